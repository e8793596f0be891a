# Whatever is wrong, it is said in one line on stderr and nothing on stdout.
for words in '' walk --fast 'run a b' 'run' '-c' 'help a b' 'help no.such' \
    'run /nonexistent/x.py' '-c 1+' '-c 1/0'; do
    # shellcheck disable=SC2086
    sameseed $words > "$SCRATCH/out" 2> "$SCRATCH/err" < /dev/null
    echo "$? $(wc -c < "$SCRATCH/out") $(wc -l < "$SCRATCH/err") $words"
done
