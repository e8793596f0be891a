echo 'print(1)' > "$SCRATCH/-c"
cd "$SCRATCH"
sameseed run -- -c
echo 'print(2)' > 'a b.py'
sameseed run 'a b.py'
