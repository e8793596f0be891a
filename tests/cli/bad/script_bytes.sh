# Invalid UTF-8 and NUL bytes are refused with their place, nothing runs.
try() {
    printf "$1" | sameseed run - 2> "$SCRATCH/err"
    echo "exit $?: $(sed 's/^\(-:[0-9]*:[0-9]*: [A-Za-z]*\).*/\1/' "$SCRATCH/err")"
    test "$(wc -l < "$SCRATCH/err")" -eq 1 || echo not one line
}
try 'print(1)\nx = "\377"\n'
try 'print(1)\n# \300\200\n'
try 'print(1)\nx = "\355\240\200"\n'
try 'print(1)\nx = 1\000\n'
try '\000'
try '# \000\n'
