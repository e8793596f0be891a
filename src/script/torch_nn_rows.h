/* SPDX-License-Identifier: MIT
 * The classes of torch.nn that have tensors, a row each: name, file of
 * PyTorch, kind of type, the constructor's signature and who raises its
 * errors, what it does, its extra_repr() and its help.
 * Learned from: torch/nn/modules, 2.13.
 */
#ifndef SSI_SCRIPT_TORCH_NN_ROWS_H
#define SSI_SCRIPT_TORCH_NN_ROWS_H

#define DEVICE ", device=None, dtype=None"

/* clang-format off */
#define SSI_NN_WEIGHT_ROWS(X) \
    X(Module, "module", BASE, "", "Module.__init__", NULL, "", \
      "An empty module, for add_module() and register_parameter().") \
    X(Linear, "linear", LEAF, "in_features, out_features, bias=True" \
      DEVICE, "Linear.__init__", ssi_nn_linear, \
      "in_features={in_features}, out_features={out_features}, " \
      "bias={bias?}", \
      "Its weights are drawn when it is made: weight and bias " \
      "uniform in +-1/sqrt(in_features).") \
    X(NonDynamicallyQuantizableLinear, "linear", HIDDEN, \
      "in_features, out_features, bias=True" DEVICE, \
      "NonDynamicallyQuantizableLinear.__init__", ssi_nn_linear, \
      "in_features={in_features}, out_features={out_features}, " \
      "bias={bias?}", "") \
    X(Bilinear, "linear", LEAF, \
      "in1_features, in2_features, out_features, bias=True" DEVICE, \
      "Bilinear.__init__", ssi_nn_bilinear, \
      "in1_features={in1_features}, in2_features={in2_features}, " \
      "out_features={out_features}, bias={bias?}", \
      "Its weights are drawn when it is made: weight and bias " \
      "uniform in +-1/sqrt(in1_features).") \
    X(Conv1d, "conv", LEAF, \
      "in_channels, out_channels, kernel_size, stride=1, " \
      "padding=0, dilation=1, groups=1, bias=True, " "padding_mode='zeros'" \
      DEVICE, "Conv1d.__init__", ssi_nn_conv, \
      "{in_channels}, {out_channels}, kernel_size={kernel_size}, " \
      "stride={stride}[padding!(0,)|, " \
      "padding={padding}][dilation!(1,)|, " \
      "dilation={dilation}][output_padding!(0,)|, " \
      "output_padding={output_padding}][groups!1|, " \
      "groups={groups}][no_bias|, " "bias=False][padding_mode!'zeros'|, " \
      "padding_mode={padding_mode}]", \
      "Its weights are drawn when it is made: weight and bias " \
      "uniform in +-1/sqrt(fan_in).") \
    X(ConvTranspose1d, "conv", LEAF, \
      "in_channels, out_channels, kernel_size, stride=1, " \
      "padding=0, output_padding=0, groups=1, bias=True, " \
      "dilation=1, padding_mode='zeros'" DEVICE, \
      "ConvTranspose1d.__init__", ssi_nn_conv, \
      "{in_channels}, {out_channels}, kernel_size={kernel_size}, " \
      "stride={stride}[padding!(0,)|, " \
      "padding={padding}][dilation!(1,)|, " \
      "dilation={dilation}][output_padding!(0,)|, " \
      "output_padding={output_padding}][groups!1|, " \
      "groups={groups}][no_bias|, " "bias=False][padding_mode!'zeros'|, " \
      "padding_mode={padding_mode}]", \
      "Its weights are drawn when it is made: weight and bias " \
      "uniform in +-1/sqrt(fan_in), where fan_in is that of the " \
      "transposed weight.") \
    X(Conv2d, "conv", LEAF, \
      "in_channels, out_channels, kernel_size, stride=1, " \
      "padding=0, dilation=1, groups=1, bias=True, " "padding_mode='zeros'" \
      DEVICE, "Conv2d.__init__", ssi_nn_conv, \
      "{in_channels}, {out_channels}, kernel_size={kernel_size}, " \
      "stride={stride}[padding!(0, 0)|, " \
      "padding={padding}][dilation!(1, 1)|, " \
      "dilation={dilation}][output_padding!(0, 0)|, " \
      "output_padding={output_padding}][groups!1|, " \
      "groups={groups}][no_bias|, " "bias=False][padding_mode!'zeros'|, " \
      "padding_mode={padding_mode}]", \
      "Its weights are drawn when it is made: weight and bias " \
      "uniform in +-1/sqrt(fan_in).") \
    X(ConvTranspose2d, "conv", LEAF, \
      "in_channels, out_channels, kernel_size, stride=1, " \
      "padding=0, output_padding=0, groups=1, bias=True, " \
      "dilation=1, padding_mode='zeros'" DEVICE, \
      "ConvTranspose2d.__init__", ssi_nn_conv, \
      "{in_channels}, {out_channels}, kernel_size={kernel_size}, " \
      "stride={stride}[padding!(0, 0)|, " \
      "padding={padding}][dilation!(1, 1)|, " \
      "dilation={dilation}][output_padding!(0, 0)|, " \
      "output_padding={output_padding}][groups!1|, " \
      "groups={groups}][no_bias|, " "bias=False][padding_mode!'zeros'|, " \
      "padding_mode={padding_mode}]", \
      "Its weights are drawn when it is made: weight and bias " \
      "uniform in +-1/sqrt(fan_in), where fan_in is that of the " \
      "transposed weight.") \
    X(Conv3d, "conv", LEAF, \
      "in_channels, out_channels, kernel_size, stride=1, " \
      "padding=0, dilation=1, groups=1, bias=True, " "padding_mode='zeros'" \
      DEVICE, "Conv3d.__init__", ssi_nn_conv, \
      "{in_channels}, {out_channels}, kernel_size={kernel_size}, " \
      "stride={stride}[padding!(0, 0, 0)|, " \
      "padding={padding}][dilation!(1, 1, 1)|, " \
      "dilation={dilation}][output_padding!(0, 0, 0)|, " \
      "output_padding={output_padding}][groups!1|, " \
      "groups={groups}][no_bias|, " "bias=False][padding_mode!'zeros'|, " \
      "padding_mode={padding_mode}]", \
      "Its weights are drawn when it is made: weight and bias " \
      "uniform in +-1/sqrt(fan_in).") \
    X(ConvTranspose3d, "conv", LEAF, \
      "in_channels, out_channels, kernel_size, stride=1, " \
      "padding=0, output_padding=0, groups=1, bias=True, " \
      "dilation=1, padding_mode='zeros'" DEVICE, \
      "ConvTranspose3d.__init__", ssi_nn_conv, \
      "{in_channels}, {out_channels}, kernel_size={kernel_size}, " \
      "stride={stride}[padding!(0, 0, 0)|, " \
      "padding={padding}][dilation!(1, 1, 1)|, " \
      "dilation={dilation}][output_padding!(0, 0, 0)|, " \
      "output_padding={output_padding}][groups!1|, " \
      "groups={groups}][no_bias|, " "bias=False][padding_mode!'zeros'|, " \
      "padding_mode={padding_mode}]", \
      "Its weights are drawn when it is made: weight and bias " \
      "uniform in +-1/sqrt(fan_in), where fan_in is that of the " \
      "transposed weight.") \
    X(Embedding, "sparse", LEAF, \
      "num_embeddings, embedding_dim, padding_idx=None, " \
      "max_norm=None, norm_type=2.0, scale_grad_by_freq=False, " \
      "sparse=False, _weight=None, _freeze=False" DEVICE, \
      "Embedding.__init__", ssi_nn_embedding, \
      "{num_embeddings}, {embedding_dim}[padding_idx!None|, " \
      "padding_idx={padding_idx}][max_norm!None|, " \
      "max_norm={max_norm}][norm_type!2|, " \
      "norm_type={norm_type}][scale_grad_by_freq!False|, " \
      "scale_grad_by_freq={scale_grad_by_freq}][sparse!False|, " \
      "sparse=True]", \
      "Its weights are drawn when it is made: standard normal, " \
      "the row of padding_idx zeros.") \
    X(EmbeddingBag, "sparse", LEAF, \
      "num_embeddings, embedding_dim, max_norm=None, " \
      "norm_type=2.0, scale_grad_by_freq=False, mode='mean', " \
      "sparse=False, _weight=None, include_last_offset=False, " \
      "padding_idx=None" DEVICE, "EmbeddingBag.__init__", ssi_nn_embedding, \
      "{num_embeddings}, {embedding_dim}[max_norm!None|, " \
      "max_norm={max_norm!r}][norm_type!2|, " \
      "norm_type={norm_type!r}][scale_grad_by_freq!False|, " \
      "scale_grad_by_freq={scale_grad_by_freq!r}], " \
      "mode={mode!r}[padding_idx!None|, padding_idx={padding_idx!r}]", \
      "Its weights are drawn when it is made: standard normal, " \
      "the row of padding_idx zeros.") \
    X(RNN, "rnn", LEAF, "input_size, hidden_size, num_layers=1, " \
      "nonlinearity='tanh', bias=True, batch_first=False, " \
      "dropout=0.0, bidirectional=False, proj_size=0" DEVICE, \
      "RNN.__init__", ssi_nn_recurrent, \
      "{input_size}, {hidden_size}[proj_size!0|, " \
      "proj_size={proj_size}][num_layers!1|, " \
      "num_layers={num_layers}][bias!True|, " \
      "bias={bias}][batch_first!False|, " \
      "batch_first={batch_first}][dropout!0|, " \
      "dropout={dropout}][bidirectional!False|, " \
      "bidirectional={bidirectional}]", \
      "Its weights are drawn when it is made: all uniform in " \
      "+-1/sqrt(hidden_size), layer by layer, direction by direction.") \
    X(LSTM, "rnn", LEAF, \
      "input_size, hidden_size, num_layers=1, bias=True, " \
      "batch_first=False, dropout=0.0, bidirectional=False, " "proj_size=0" \
      DEVICE, "LSTM.__init__", ssi_nn_recurrent, \
      "{input_size}, {hidden_size}[proj_size!0|, " \
      "proj_size={proj_size}][num_layers!1|, " \
      "num_layers={num_layers}][bias!True|, " \
      "bias={bias}][batch_first!False|, " \
      "batch_first={batch_first}][dropout!0|, " \
      "dropout={dropout}][bidirectional!False|, " \
      "bidirectional={bidirectional}]", \
      "Its weights are drawn when it is made: all uniform in " \
      "+-1/sqrt(hidden_size), layer by layer, direction by direction.") \
    X(GRU, "rnn", LEAF, \
      "input_size, hidden_size, num_layers=1, bias=True, " \
      "batch_first=False, dropout=0.0, bidirectional=False, " "proj_size=0" \
      DEVICE, "GRU.__init__", ssi_nn_recurrent, \
      "{input_size}, {hidden_size}[proj_size!0|, " \
      "proj_size={proj_size}][num_layers!1|, " \
      "num_layers={num_layers}][bias!True|, " \
      "bias={bias}][batch_first!False|, " \
      "batch_first={batch_first}][dropout!0|, " \
      "dropout={dropout}][bidirectional!False|, " \
      "bidirectional={bidirectional}]", \
      "Its weights are drawn when it is made: all uniform in " \
      "+-1/sqrt(hidden_size), layer by layer, direction by direction.") \
    X(RNNCell, "rnn", LEAF, \
      "input_size, hidden_size, bias=True, nonlinearity='tanh'" DEVICE, \
      "RNNCell.__init__", ssi_nn_cell, \
      "{input_size}, {hidden_size}[bias!True|, " \
      "bias={bias}][nonlinearity!'tanh'|, " "nonlinearity={nonlinearity}]", \
      "Its weights are drawn when it is made: all uniform in " \
      "+-1/sqrt(hidden_size).") \
    X(LSTMCell, "rnn", LEAF, "input_size, hidden_size, bias=True" DEVICE, \
      "LSTMCell.__init__", ssi_nn_cell, \
      "{input_size}, {hidden_size}[bias!True|, bias={bias}]", \
      "Its weights are drawn when it is made: all uniform in " \
      "+-1/sqrt(hidden_size).") \
    X(GRUCell, "rnn", LEAF, "input_size, hidden_size, bias=True" DEVICE, \
      "GRUCell.__init__", ssi_nn_cell, \
      "{input_size}, {hidden_size}[bias!True|, bias={bias}]", \
      "Its weights are drawn when it is made: all uniform in " \
      "+-1/sqrt(hidden_size).") \
    X(MultiheadAttention, "activation", LEAF, \
      "embed_dim, num_heads, dropout=0.0, bias=True, " \
      "add_bias_kv=False, add_zero_attn=False, kdim=None, " \
      "vdim=None, batch_first=False" DEVICE, "MultiheadAttention.__init__", \
      ssi_nn_attention, "", \
      "Its weights are drawn when it is made: out_proj as a " \
      "Linear first, then the input's weights, Xavier uniform; " \
      "bias_k and bias_v Xavier normal.") \
    X(TransformerEncoderLayer, "transformer", LEAF, \
      "d_model, nhead, dim_feedforward=2048, dropout=0.1, " \
      "activation='relu', layer_norm_eps=1e-05, " \
      "batch_first=False, norm_first=False, bias=True" DEVICE, \
      "TransformerEncoderLayer.__init__", ssi_nn_encoder_layer, "", \
      "Its weights are drawn when it is made: attention, " \
      "linear1, linear2.") \
    X(TransformerEncoder, "transformer", LEAF, \
      "encoder_layer, num_layers, norm=None, " \
      "enable_nested_tensor=True, mask_check=True", \
      "TransformerEncoder.__init__", ssi_nn_encoder, "", \
      "Copies of a layer, with its weights: nothing is drawn.") \
    X(TransformerDecoderLayer, "transformer", LEAF, \
      "d_model, nhead, dim_feedforward=2048, dropout=0.1, " \
      "activation='relu', layer_norm_eps=1e-05, " \
      "batch_first=False, norm_first=False, bias=True" DEVICE, \
      "TransformerDecoderLayer.__init__", ssi_nn_encoder_layer, "", \
      "Its weights are drawn when it is made: attention, " \
      "linear1, linear2.") \
    X(TransformerDecoder, "transformer", LEAF, \
      "decoder_layer, num_layers, norm=None", \
      "TransformerDecoder.__init__", ssi_nn_encoder, "", \
      "Copies of a layer, with its weights: nothing is drawn.") \
    X(Transformer, "transformer", LEAF, \
      "d_model=512, nhead=8, num_encoder_layers=6, " \
      "num_decoder_layers=6, dim_feedforward=2048, dropout=0.1, " \
      "activation='relu', custom_encoder=None, " \
      "custom_decoder=None, layer_norm_eps=1e-05, " \
      "batch_first=False, norm_first=False, bias=True" DEVICE, \
      "Transformer.__init__", ssi_nn_transformer, "", \
      "An encoder layer and a decoder layer are drawn and " \
      "copied; then every matrix is drawn again, Xavier uniform.") \
    X(BatchNorm1d, "batchnorm", LEAF, \
      "num_features, eps=1e-05, momentum=0.1, affine=True, " \
      "track_running_stats=True" DEVICE ", *, bias=True", \
      "_BatchNorm.__init__", ssi_nn_batch_norm, \
      "{num_features}, eps={eps}, momentum={momentum}, " \
      "affine={affine}, bias={bias?}, " \
      "track_running_stats={track_running_stats}", \
      "Ones and zeros: nothing is drawn.") \
    X(BatchNorm2d, "batchnorm", LEAF, \
      "num_features, eps=1e-05, momentum=0.1, affine=True, " \
      "track_running_stats=True" DEVICE ", *, bias=True", \
      "_BatchNorm.__init__", ssi_nn_batch_norm, \
      "{num_features}, eps={eps}, momentum={momentum}, " \
      "affine={affine}, bias={bias?}, " \
      "track_running_stats={track_running_stats}", \
      "Ones and zeros: nothing is drawn.") \
    X(BatchNorm3d, "batchnorm", LEAF, \
      "num_features, eps=1e-05, momentum=0.1, affine=True, " \
      "track_running_stats=True" DEVICE ", *, bias=True", \
      "_BatchNorm.__init__", ssi_nn_batch_norm, \
      "{num_features}, eps={eps}, momentum={momentum}, " \
      "affine={affine}, bias={bias?}, " \
      "track_running_stats={track_running_stats}", \
      "Ones and zeros: nothing is drawn.") \
    X(InstanceNorm1d, "instancenorm", LEAF, \
      "num_features, eps=1e-05, momentum=0.1, affine=False, " \
      "track_running_stats=False" DEVICE ", *, bias=True", \
      "_InstanceNorm.__init__", ssi_nn_batch_norm, \
      "{num_features}, eps={eps}, momentum={momentum}, " \
      "affine={affine}, bias={bias?}, " \
      "track_running_stats={track_running_stats}", \
      "Ones and zeros: nothing is drawn.") \
    X(InstanceNorm2d, "instancenorm", LEAF, \
      "num_features, eps=1e-05, momentum=0.1, affine=False, " \
      "track_running_stats=False" DEVICE ", *, bias=True", \
      "_InstanceNorm.__init__", ssi_nn_batch_norm, \
      "{num_features}, eps={eps}, momentum={momentum}, " \
      "affine={affine}, bias={bias?}, " \
      "track_running_stats={track_running_stats}", \
      "Ones and zeros: nothing is drawn.") \
    X(InstanceNorm3d, "instancenorm", LEAF, \
      "num_features, eps=1e-05, momentum=0.1, affine=False, " \
      "track_running_stats=False" DEVICE ", *, bias=True", \
      "_InstanceNorm.__init__", ssi_nn_batch_norm, \
      "{num_features}, eps={eps}, momentum={momentum}, " \
      "affine={affine}, bias={bias?}, " \
      "track_running_stats={track_running_stats}", \
      "Ones and zeros: nothing is drawn.") \
    X(GroupNorm, "normalization", LEAF, \
      "num_groups, num_channels, eps=1e-05, affine=True" DEVICE \
      ", *, bias=True", "GroupNorm.__init__", ssi_nn_group_norm, \
      "{num_groups}, {num_channels}, eps={eps}, affine={affine}, " \
      "bias={bias?}", "Ones and zeros: nothing is drawn.") \
    X(LayerNorm, "normalization", LEAF, \
      "normalized_shape, eps=1e-05, elementwise_affine=True, " "bias=True" \
      DEVICE, "LayerNorm.__init__", ssi_nn_layer_norm, \
      "{normalized_shape}, eps={eps}, " \
      "elementwise_affine={elementwise_affine}, bias={bias?}", \
      "Ones and zeros: nothing is drawn.") \
    X(RMSNorm, "normalization", LEAF, \
      "normalized_shape, eps=None, elementwise_affine=True" DEVICE, \
      "RMSNorm.__init__", ssi_nn_layer_norm, \
      "{normalized_shape}, eps={eps}, " \
      "elementwise_affine={elementwise_affine}", "Ones: nothing is drawn.") \
    X(PReLU, "activation", LEAF, "num_parameters=1, init=0.25" DEVICE, \
      "PReLU.__init__", ssi_nn_prelu, "num_parameters={num_parameters}", \
      "Its weight is init everywhere: nothing is drawn.") \
    X(Sequential, "container", SEQ, "*args", "Sequential.__init__", \
      ssi_nn_sequential, "", \
      "Modules in order, or an OrderedDict of them; they draw " \
      "when they are made.") \
    X(ModuleList, "container", LIST, "modules=None", "ModuleList.__init__", \
      ssi_nn_module_list, "", "Modules in a list.") \
    X(ModuleDict, "container", DICT, "modules=None", "ModuleDict.__init__", \
      ssi_nn_module_dict, "", "Modules by name.")
/* clang-format on */

#endif
