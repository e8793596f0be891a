# PyTorch's words for its errors.
while IFS= read -r code; do
    sameseed -c "$code" 2>&1
    echo "  exit $?"
done <<'END'
torch.rand(-1)
torch.randn(2, -3)
torch.no_such(3)
torch.rand('3')
torch.rand(3, size=3)
torch.randint(5, 3, (2,))
torch.normal(0.0, -1.0, (2,))
torch.randperm(-1)
torch.empty(2).uniform_(1, 0)
torch.empty(2).normal_(0, -1)
END
