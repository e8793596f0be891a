sameseed walk
