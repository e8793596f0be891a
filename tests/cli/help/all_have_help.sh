# Each name that the list shows is explained, by more than its signature.
sameseed help | sed -n 's/^  \([a-zA-Z_.0-9]*\)$/\1/p' > "$SCRATCH/names"
test "$(wc -l < "$SCRATCH/names")" -gt 100 || echo too few
while read -r name; do
    sameseed help "$name" > "$SCRATCH/help" || echo "$name: no help"
    test "$(grep -c . "$SCRATCH/help")" -ge 2 || echo "$name: no paragraph"
done < "$SCRATCH/names"
