sameseed --version
