book=../../../examples/random_seeding.ipynb
sameseed run $book > "$SCRATCH/printed" && python3 check_notebook.py $book < "$SCRATCH/printed"
