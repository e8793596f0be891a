# Each error is one line that lists what is known, and exit status 2.
long='numpy=1.22222222222222222222222222222222222222222222222222222222222222222222'
for text in numpy=1.2 numpy=9.9.9 numpy=2.4.99 numpy=2.4.6.1 numpy=2.4.x numpy= \
    torch=1 torch=2.99 torch=2.13.9 cpu=avx512 cpu=AVX2 gpu=t4 nump=1.26 =1.26 \
    numpy 'numpy 1.26' numpy=1.26,numpy=1.26 numpy=1.26, , ,numpy=1.26 \
    'numpy=1.26;cpu=avx2' 'cpu==avx2' "$long"; do
    sameseed --profile "$text" -c 1 > "$SCRATCH/out" 2> "$SCRATCH/err"
    echo "$? $(wc -c < "$SCRATCH/out") $(wc -l < "$SCRATCH/err") $text"
    sed 's/\(supported are \)[0-9].*/\1.../' "$SCRATCH/err"
done
exec 2>&1
SAMESEED_PROFILE=cpu=sse sameseed -c 1
echo "exit $?"
SAMESEED_PROFILE=cpu=sse sameseed --profile cpu=avx2 -c 1
echo "exit $?"
sameseed --profile
echo "exit $?"
sameseed run x.py --profile
echo "exit $?"
printf '# h\303\251\n# sameseed: cpu=avx2, h\303\251 = 3\nprint(1)\n' |
    sameseed run -
echo "exit $?"
printf '# sameseed: cpu=default,gpu=t4\nprint(1)\n' | sameseed run -
echo "exit $?"
