sameseed --version now
