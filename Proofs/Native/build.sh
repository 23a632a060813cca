#!/bin/sh
# Makes the libz3.so that the C# binding of Z3 loads: build.sh OUTPUT
# As root it installs the packages that are missing; build.sh --missing prints their names and does nothing.
# A system Z3 that has all the binding needs is taken as it is; an older one gets z3shim.c in front of it.
set -eu
solver="gcc libc6-dev libz3-dev"

compiles() {
    gcc -x c - -o /dev/null -l:libz3.so.4 >/dev/null 2>&1 <<SOURCE
#include <z3.h>
int main(void) { $1 }
SOURCE
}

if [ "$1" = --missing ]; then
    if [ "$(id -u)" -eq 0 ]; then
        missing=
        compiles 'return 0;' || missing=$solver
        command -v cvc5 >/dev/null || missing="$missing cvc5"
        echo "${missing# }"
    fi
    exit 0
fi

output=$1
source=$(dirname "$0")/z3shim.c
mkdir -p "$(dirname "$output")"
exec 9>"$output.lock"
flock 9

if ! compiles 'return 0;'; then
    if [ "$(id -u)" -ne 0 ]; then
        echo "The proofs need gcc and Z3: sudo apt-get install $solver"
        exit 1
    fi
    export DEBIAN_FRONTEND=noninteractive
    if ! { apt-get update && apt-get install -y $solver; } >"$output.log" 2>&1; then
        echo "The proofs need gcc and Z3, and apt-get install $solver failed: see $output.log"
        exit 1
    fi
fi

# The second solver, for ./verify prove --cross-check and its tests alone: nothing fails without it.
if ! command -v cvc5 >/dev/null && [ "$(id -u)" -eq 0 ]; then
    export DEBIAN_FRONTEND=noninteractive
    { apt-get install -y cvc5 || { timeout 60 apt-get update && apt-get install -y cvc5; }; } >>"$output.log" 2>&1 || true
fi

if compiles 'Z3_enable_concurrent_dec_ref(0);'; then
    cp -L "$(gcc -print-file-name=libz3.so.4)" "$output.new"
else
    gcc -std=gnu11 -O2 -Wall -Wextra -Werror -shared -fPIC "$source" -o "$output.new" \
        -Wl,--no-as-needed -l:libz3.so.4
fi
mv "$output.new" "$output"
