# Also which profiles there are; the list of NumPy's releases is cut here.
sameseed --version | sed 's/numpy= .*/numpy= .../; s/torch= .*/torch= .../'
