sameseed --help
