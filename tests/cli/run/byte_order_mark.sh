printf '\357\273\277print(1)\n' | sameseed run -
