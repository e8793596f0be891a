# Text, then the last value; markdown and raw cells are passed over; a source
# is a string or a list of strings.
sameseed run shown.ipynb
