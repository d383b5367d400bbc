// Takes callbacks and checks their signature with Node's own crypto; prints one line for each: signed or forged, code,
// reference id. While the file given as third argument exists it answers 500.
//   node telesign-receiver.js PORT KEY FILE
const crypto = require('crypto');
const fs = require('fs');
const http = require('http');

const [port, key, down] = process.argv.slice(2);

http.createServer((request, response) => {
    const chunks = [];
    request.on('data', chunk => chunks.push(chunk));
    request.on('end', () => {
        const body = Buffer.concat(chunks);
        const signature = crypto.createHmac('sha256', Buffer.from(key, 'base64')).update(body).digest('base64');
        const signed = request.headers.authorization.split(':')[1] === signature
            && request.headers['x-ts-authorization'] === signature;
        const told = JSON.parse(body);
        const status = fs.existsSync(down) ? 500 : 200;
        console.log(`${signed ? 'signed' : 'forged'} ${status} ${told.status.code} ${told.reference_id}`);
        response.writeHead(status).end();
    });
}).listen(Number(port), '127.0.0.1');
