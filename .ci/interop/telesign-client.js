// Calls by the service's own client for Node.js, unmodified. Prints one line: the answer's code and its reference id.
//   node telesign-client.js URL CUSTOMER KEY call|basic-call NUMBER CALLBACK | status|basic-status REFERENCE
const TeleSign = require('telesignsdk');

const [url, customer, key, what, subject, callback] = process.argv.slice(2);
const client = new TeleSign(customer, key, url, 10000);

function done(error, answer) {
    if (error) {
        console.log(`error ${error.message || error}`);
        process.exit(1);
    }
    console.log(`${answer.status.code} ${answer.reference_id || ''} ${(answer.voice || {}).user_input || ''}`.trim());
    process.exit(0);
}

const message = { phone_number: subject, message: 'Hello, wörld ~*\'() & more', message_type: 'ARN', callback_url: callback };
if (what === 'call') {
    client.voice.call(done, message.phone_number, message.message, message.message_type, null, callback);
} else if (what === 'basic-call') {
    client.rest.execute(done, 'POST', '/v1/voice', message, 'Basic');
} else if (what === 'status') {
    client.voice.status(done, subject);
} else {
    client.rest.execute(done, 'GET', `/v1/voice/${subject}`, null, 'Basic');
}
