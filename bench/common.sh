# Read by the scripts of this folder: a server of its own for each run, with free ports and a throw-away data folder, the
# load generator, and the conditions that go with every figure. Nothing is left behind.

here=$(cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
home=$(cd -P -- "$here/.." && pwd)
account=AC000000000000000000000000000000be
work=
conditions=()

note() { printf '%s\n' "$*" >&2; }
give_up() { note "bench: $*"; exit 1; }

# A port that nobody listens on, away from the range that the system hands out.
free_port() {
    local port
    while port=$((RANDOM % 8000 + 12000)) && (exec 3<> "/dev/tcp/127.0.0.1/$port") 2> /dev/null; do :; done
    echo "$port"
}

build_tools() {
    local module
    for module in load hello; do
        if [ -z "$(ls "$here/$module"/target/*.[jw]ar 2> /dev/null)" ] ||
            [ -n "$(find "$here/$module/src" "$here/$module/pom.xml" -newer "$here/$module/target" -print -quit)" ]; then
            note "Building bench/$module ..."
            mvn -q -B -f "$home/pom.xml" -pl "bench/$module" -DskipTests package >&2 || give_up "bench/$module did not build"
            touch "$here/$module/target"
        fi
    done
}

generator() {
    java -Xms256m -Xmx512m -cp "$(echo "$here"/load/target/load-*.jar)" org.callwright.load.LoadMain "$@" \
        ${conditions[@]+"${conditions[@]}"}
}

# Where the load of the machine is too high for figures to mean anything, say so; the figure of the load is in the answer.
warn_when_busy() {
    local load
    read -r load _ < /proc/loadavg
    awk -v load="$load" 'BEGIN { exit !(load >= 1.5) }' &&
        note "bench: load is $load; what is measured now is not worth publishing" || true
}

gather_conditions() {
    local commit
    commit=$(git -C "$home" rev-parse --short HEAD 2> /dev/null || echo unknown)
    [ -z "$(git -C "$home" status --porcelain 2> /dev/null | head -n 1)" ] || commit=$commit+changes
    conditions=(--condition "measure=${0##*/}" --condition "commit=$commit"
        --condition "serverOptions=-Xmx3g -XX:SoftMaxHeapSize=2g -XX:+UseZGC ${CALLWRIGHT_JAVA_OPTS:-}")
    read -r load_before _ < /proc/loadavg
    conditions+=(--condition "loadBeforeServer=$load_before")
}

prepare() {
    work=$(mktemp -d "${TMPDIR:-/tmp}/callwright-bench.XXXXXX")
    trap finish EXIT
    trap 'exit 1' INT TERM
    build_tools
    warn_when_busy
    gather_conditions
    web_port=$(free_port)
    export CALLWRIGHT_DATA=$work/data CALLWRIGHT_BOOTSTRAP=$work/bootstrap.json CALLWRIGHT_WEBHOOK_ALLOW=127.0.0.1/32
    export CALLWRIGHT_RTP_PORTS=${CALLWRIGHT_RTP_PORTS:-20000-29999} CALLWRIGHT_DRAIN_SECONDS=5
    export CALLWRIGHT_API_ACCOUNT_RATE=0 CALLWRIGHT_API_SOURCE_RATE=0 CALLWRIGHT_SIP_SOURCE_RATE=0
    local setting
    for setting in CALLWRIGHT_HTTP_PORT CALLWRIGHT_SIP_PORT CALLWRIGHT_MANAGEMENT_PORT; do
        export "$setting=$(free_port)"
    done
    od -An -v -N16 -tx1 /dev/urandom | tr -d ' \n' > "$work/token"
    write_bootstrap
    api=http://127.0.0.1:$CALLWRIGHT_HTTP_PORT/restcomm/2012-04-24/Accounts/$account
    target=127.0.0.1:$CALLWRIGHT_SIP_PORT
    credentials=(--account "$account" --token-file "$work/token")
}

write_bootstrap() {
    local name number=15550000 numbers=
    for name in hangup play record hold; do
        number=$((number + 1))
        numbers+="${numbers:+,}{\"phoneNumber\":\"+$number\",\"voiceUrl\":\"http://127.0.0.1:$web_port/$name\",\"voiceMethod\":\"POST\"}"
    done
    (umask 077; printf '{"accounts":[{"sid":"%s","email":"bench@callwright.test","token":"%s","friendlyName":"Bench","status":"active","numbers":[%s]}]}\n' \
        "$account" "$(cat "$work/token")" "$numbers" > "$CALLWRIGHT_BOOTSTRAP")
}

start_server() {
    "$home/bin/callwright" start >&2 || give_up "the server did not start"
    server_pid=$(cat "$CALLWRIGHT_DATA/callwright.pid")
}

stop_server() { "$home/bin/callwright" stop >&2; }

finish() {
    [ -z "$work" ] && return
    [ ! -f "$CALLWRIGHT_DATA/callwright.pid" ] || stop_server || true
    if [ -n "${BENCH_KEEP:-}" ]; then
        note "bench: kept $work"
    else
        rm -rf "$work"
    fi
}

# A run that is not told, so that code is compiled before it is measured.
warm_up() { generator calls --target "$target" --number "$1" --web-port "$web_port" "${@:2}" > /dev/null; }

# KiB of live objects of a process. With ZGC the histogram neither collects first nor leaves out what is only weakly reachable.
live_kib() {
    jcmd "$1" GC.run > /dev/null
    jcmd "$1" GC.class_histogram | awk '$1 == "Total" { print int($3 / 1024) }'
}

management() {
    "$home/ear/target/server/bin/jboss-cli.sh" --connect "--controller=127.0.0.1:$CALLWRIGHT_MANAGEMENT_PORT" \
        --output-json "--commands=$1" 2> /dev/null
}
