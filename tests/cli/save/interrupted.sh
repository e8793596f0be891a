# A run that is ended while it writes leaves nothing behind.
cd "$SCRATCH" || exit
sameseed -c "np.savetxt('t.txt', np.zeros((2000, 20000)))" &
until ls -A | grep -q '^\.sameseed-'; do
    sleep 0.01
done
kill -TERM $!
wait $!
echo "$?"
ls -A
