{ sameseed -c 'for i in range(1000000): print(i)' 2> "$SCRATCH/err"
  echo "$?" > "$SCRATCH/status"; } | head -n 1
cat "$SCRATCH/status" "$SCRATCH/err"
