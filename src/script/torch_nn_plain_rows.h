/* SPDX-License-Identifier: MIT
 * The classes of torch.nn without tensors, a row each: name, file of
 * PyTorch, kind of type, the constructor's signature and who raises its
 * errors, what it does, its extra_repr() and its help.
 * Learned from: torch/nn/modules, 2.13.
 */
#ifndef SSI_SCRIPT_TORCH_NN_PLAIN_ROWS_H
#define SSI_SCRIPT_TORCH_NN_PLAIN_ROWS_H

#define REDUCTION "size_average=None, reduce=None, reduction='mean'"

/* clang-format off */
#define SSI_NN_PLAIN_ROWS(X) \
    X(Identity, "linear", LEAF, "*args, **kwargs", "Identity.__init__", \
      NULL, "", "A module without weights.") \
    X(LocalResponseNorm, "normalization", LEAF, \
      "size, alpha=0.0001, beta=0.75, k=1.0", "LocalResponseNorm.__init__", \
      NULL, "{size}, alpha={alpha}, beta={beta}, k={k}", \
      "A module without weights.") \
    X(Sigmoid, "activation", LEAF, "", "Module.__init__", NULL, "", \
      "A module without weights.") \
    X(Tanh, "activation", LEAF, "", "Module.__init__", NULL, "", \
      "A module without weights.") \
    X(LogSigmoid, "activation", LEAF, "", "Module.__init__", NULL, "", \
      "A module without weights.") \
    X(Softsign, "activation", LEAF, "", "Module.__init__", NULL, "", \
      "A module without weights.") \
    X(Tanhshrink, "activation", LEAF, "", "Module.__init__", NULL, "", \
      "A module without weights.") \
    X(Softmax2d, "activation", LEAF, "", "Module.__init__", NULL, "", \
      "A module without weights.") \
    X(Hardsigmoid, "activation", LEAF, "inplace=False", \
      "Hardsigmoid.__init__", NULL, "", "A module without weights.") \
    X(Hardswish, "activation", LEAF, "inplace=False", "Hardswish.__init__", \
      NULL, "", "A module without weights.") \
    X(ReLU, "activation", LEAF, "inplace=False", "ReLU.__init__", NULL, \
      "[inplace|inplace=True]", "A module without weights.") \
    X(SELU, "activation", LEAF, "inplace=False", "SELU.__init__", NULL, \
      "[inplace|inplace=True]", "A module without weights.") \
    X(SiLU, "activation", LEAF, "inplace=False", "SiLU.__init__", NULL, \
      "[inplace|inplace=True]", "A module without weights.") \
    X(Mish, "activation", LEAF, "inplace=False", "Mish.__init__", NULL, \
      "[inplace|inplace=True]", "A module without weights.") \
    X(ReLU6, "activation", LEAF, "inplace=False", "ReLU6.__init__", \
      ssi_nn_relu6, "[inplace|inplace=True]", "A module without weights.") \
    X(ELU, "activation", LEAF, "alpha=1.0, inplace=False", "ELU.__init__", \
      NULL, "alpha={alpha}[inplace|, inplace=True]", \
      "A module without weights.") \
    X(CELU, "activation", LEAF, "alpha=1.0, inplace=False", \
      "CELU.__init__", NULL, "alpha={alpha}[inplace|, inplace=True]", \
      "A module without weights.") \
    X(LeakyReLU, "activation", LEAF, "negative_slope=0.01, inplace=False", \
      "LeakyReLU.__init__", NULL, \
      "negative_slope={negative_slope}[inplace|, inplace=True]", \
      "A module without weights.") \
    X(RReLU, "activation", LEAF, \
      "lower=0.125, upper=0.3333333333333333, inplace=False", \
      "RReLU.__init__", NULL, \
      "lower={lower}, upper={upper}[inplace|, inplace=True]", \
      "A module without weights.") \
    X(Threshold, "activation", LEAF, "threshold, value, inplace=False", \
      "Threshold.__init__", NULL, \
      "threshold={threshold}, value={value}[inplace|, inplace=True]", \
      "A module without weights.") \
    X(Hardtanh, "activation", LEAF, \
      "min_val=-1.0, max_val=1.0, inplace=False, min_value=None, " \
      "max_value=None", "Hardtanh.__init__", ssi_nn_hardtanh, \
      "min_val={min_val}, max_val={max_val}[inplace|, inplace=True]", \
      "A module without weights.") \
    X(GELU, "activation", LEAF, "approximate='none'", "GELU.__init__", \
      NULL, "approximate={approximate!r}", "A module without weights.") \
    X(GLU, "activation", LEAF, "dim=-1", "GLU.__init__", NULL, "dim={dim}", \
      "A module without weights.") \
    X(Softmax, "activation", LEAF, "dim=None", "Softmax.__init__", NULL, \
      "dim={dim}", "A module without weights.") \
    X(LogSoftmax, "activation", LEAF, "dim=None", "LogSoftmax.__init__", \
      NULL, "dim={dim}", "A module without weights.") \
    X(Softmin, "activation", LEAF, "dim=None", "Softmin.__init__", NULL, \
      "dim={dim}", "A module without weights.") \
    X(Hardshrink, "activation", LEAF, "lambd=0.5", "Hardshrink.__init__", \
      NULL, "{lambd}", "A module without weights.") \
    X(Softshrink, "activation", LEAF, "lambd=0.5", "Softshrink.__init__", \
      NULL, "{lambd}", "A module without weights.") \
    X(Softplus, "activation", LEAF, "beta=1.0, threshold=20.0", \
      "Softplus.__init__", NULL, "beta={beta}, threshold={threshold}", \
      "A module without weights.") \
    X(Dropout, "dropout", DROP, "p=0.5, inplace=False", \
      "_DropoutNd.__init__", ssi_nn_dropout, "p={p}, inplace={inplace}", \
      "A module that is called with a tensor: the function of " \
      "torch.nn.functional.") \
    X(Dropout1d, "dropout", DROP, "p=0.5, inplace=False", \
      "_DropoutNd.__init__", ssi_nn_dropout, "p={p}, inplace={inplace}", \
      "A module that is called with a tensor: the function of " \
      "torch.nn.functional.") \
    X(Dropout2d, "dropout", DROP, "p=0.5, inplace=False", \
      "_DropoutNd.__init__", ssi_nn_dropout, "p={p}, inplace={inplace}", \
      "A module that is called with a tensor: the function of " \
      "torch.nn.functional.") \
    X(Dropout3d, "dropout", DROP, "p=0.5, inplace=False", \
      "_DropoutNd.__init__", ssi_nn_dropout, "p={p}, inplace={inplace}", \
      "A module that is called with a tensor: the function of " \
      "torch.nn.functional.") \
    X(AlphaDropout, "dropout", DROP, "p=0.5, inplace=False", \
      "_DropoutNd.__init__", ssi_nn_dropout, "p={p}, inplace={inplace}", \
      "A module that is called with a tensor: the function of " \
      "torch.nn.functional.") \
    X(FeatureAlphaDropout, "dropout", DROP, "p=0.5, inplace=False", \
      "_DropoutNd.__init__", ssi_nn_dropout, "p={p}, inplace={inplace}", \
      "A module that is called with a tensor: the function of " \
      "torch.nn.functional.") \
    X(MaxPool1d, "pooling", LEAF, \
      "kernel_size, stride=None, padding=0, dilation=1, " \
      "return_indices=False, ceil_mode=False", "_MaxPoolNd.__init__", \
      ssi_nn_pool, "kernel_size={kernel_size}, stride={stride}, " \
      "padding={padding}, dilation={dilation}, ceil_mode={ceil_mode}", \
      "A module without weights.") \
    X(MaxPool2d, "pooling", LEAF, \
      "kernel_size, stride=None, padding=0, dilation=1, " \
      "return_indices=False, ceil_mode=False", "_MaxPoolNd.__init__", \
      ssi_nn_pool, "kernel_size={kernel_size}, stride={stride}, " \
      "padding={padding}, dilation={dilation}, ceil_mode={ceil_mode}", \
      "A module without weights.") \
    X(MaxPool3d, "pooling", LEAF, \
      "kernel_size, stride=None, padding=0, dilation=1, " \
      "return_indices=False, ceil_mode=False", "_MaxPoolNd.__init__", \
      ssi_nn_pool, "kernel_size={kernel_size}, stride={stride}, " \
      "padding={padding}, dilation={dilation}, ceil_mode={ceil_mode}", \
      "A module without weights.") \
    X(AvgPool1d, "pooling", LEAF, \
      "kernel_size, stride=None, padding=0, ceil_mode=False, " \
      "count_include_pad=True", "AvgPool1d.__init__", ssi_nn_tuple_pool, \
      "kernel_size={kernel_size}, stride={stride}, padding={padding}", \
      "A module without weights.") \
    X(AvgPool2d, "pooling", LEAF, \
      "kernel_size, stride=None, padding=0, ceil_mode=False, " \
      "count_include_pad=True, divisor_override=None", \
      "AvgPool2d.__init__", ssi_nn_pool, \
      "kernel_size={kernel_size}, stride={stride}, padding={padding}", \
      "A module without weights.") \
    X(AvgPool3d, "pooling", LEAF, \
      "kernel_size, stride=None, padding=0, ceil_mode=False, " \
      "count_include_pad=True, divisor_override=None", \
      "AvgPool3d.__init__", ssi_nn_pool, \
      "kernel_size={kernel_size}, stride={stride}, padding={padding}", \
      "A module without weights.") \
    X(MaxUnpool1d, "pooling", LEAF, "kernel_size, stride=None, padding=0", \
      "MaxUnpool1d.__init__", ssi_nn_tuple_pool, \
      "kernel_size={kernel_size}, stride={stride}, padding={padding}", \
      "A module without weights.") \
    X(MaxUnpool2d, "pooling", LEAF, "kernel_size, stride=None, padding=0", \
      "MaxUnpool2d.__init__", ssi_nn_tuple_pool, \
      "kernel_size={kernel_size}, stride={stride}, padding={padding}", \
      "A module without weights.") \
    X(MaxUnpool3d, "pooling", LEAF, "kernel_size, stride=None, padding=0", \
      "MaxUnpool3d.__init__", ssi_nn_tuple_pool, \
      "kernel_size={kernel_size}, stride={stride}, padding={padding}", \
      "A module without weights.") \
    X(LPPool1d, "pooling", LEAF, \
      "norm_type, kernel_size, stride=None, ceil_mode=False", \
      "_LPPoolNd.__init__", NULL, \
      "norm_type={norm_type}, kernel_size={kernel_size}, " \
      "stride={stride}, ceil_mode={ceil_mode}", \
      "A module without weights.") \
    X(LPPool2d, "pooling", LEAF, \
      "norm_type, kernel_size, stride=None, ceil_mode=False", \
      "_LPPoolNd.__init__", NULL, \
      "norm_type={norm_type}, kernel_size={kernel_size}, " \
      "stride={stride}, ceil_mode={ceil_mode}", \
      "A module without weights.") \
    X(LPPool3d, "pooling", LEAF, \
      "norm_type, kernel_size, stride=None, ceil_mode=False", \
      "_LPPoolNd.__init__", NULL, \
      "norm_type={norm_type}, kernel_size={kernel_size}, " \
      "stride={stride}, ceil_mode={ceil_mode}", \
      "A module without weights.") \
    X(AdaptiveAvgPool1d, "pooling", LEAF, "output_size", \
      "_AdaptiveAvgPoolNd.__init__", NULL, "output_size={output_size}", \
      "A module without weights.") \
    X(AdaptiveAvgPool2d, "pooling", LEAF, "output_size", \
      "_AdaptiveAvgPoolNd.__init__", NULL, "output_size={output_size}", \
      "A module without weights.") \
    X(AdaptiveAvgPool3d, "pooling", LEAF, "output_size", \
      "_AdaptiveAvgPoolNd.__init__", NULL, "output_size={output_size}", \
      "A module without weights.") \
    X(AdaptiveMaxPool1d, "pooling", LEAF, \
      "output_size, return_indices=False", "_AdaptiveMaxPoolNd.__init__", \
      NULL, "output_size={output_size}", "A module without weights.") \
    X(AdaptiveMaxPool2d, "pooling", LEAF, \
      "output_size, return_indices=False", "_AdaptiveMaxPoolNd.__init__", \
      NULL, "output_size={output_size}", "A module without weights.") \
    X(AdaptiveMaxPool3d, "pooling", LEAF, \
      "output_size, return_indices=False", "_AdaptiveMaxPoolNd.__init__", \
      NULL, "output_size={output_size}", "A module without weights.") \
    X(CircularPad1d, "padding", LEAF, "padding", "CircularPad1d.__init__", \
      ssi_nn_pad, "{padding}", "A module without weights.") \
    X(CircularPad2d, "padding", LEAF, "padding", "CircularPad2d.__init__", \
      ssi_nn_pad, "{padding}", "A module without weights.") \
    X(CircularPad3d, "padding", LEAF, "padding", "CircularPad3d.__init__", \
      ssi_nn_pad, "{padding}", "A module without weights.") \
    X(ReflectionPad1d, "padding", LEAF, "padding", \
      "ReflectionPad1d.__init__", ssi_nn_pad, "{padding}", \
      "A module without weights.") \
    X(ReflectionPad2d, "padding", LEAF, "padding", \
      "ReflectionPad2d.__init__", ssi_nn_pad, "{padding}", \
      "A module without weights.") \
    X(ReflectionPad3d, "padding", LEAF, "padding", \
      "ReflectionPad3d.__init__", ssi_nn_pad, "{padding}", \
      "A module without weights.") \
    X(ReplicationPad1d, "padding", LEAF, "padding", \
      "ReplicationPad1d.__init__", ssi_nn_pad, "{padding}", \
      "A module without weights.") \
    X(ReplicationPad2d, "padding", LEAF, "padding", \
      "ReplicationPad2d.__init__", ssi_nn_pad, "{padding}", \
      "A module without weights.") \
    X(ReplicationPad3d, "padding", LEAF, "padding", \
      "ReplicationPad3d.__init__", ssi_nn_pad, "{padding}", \
      "A module without weights.") \
    X(ZeroPad1d, "padding", LEAF, "padding", "ZeroPad1d.__init__", \
      ssi_nn_pad, "{padding}", "A module without weights.") \
    X(ZeroPad2d, "padding", LEAF, "padding", "ZeroPad2d.__init__", \
      ssi_nn_pad, "{padding}", "A module without weights.") \
    X(ZeroPad3d, "padding", LEAF, "padding", "ZeroPad3d.__init__", \
      ssi_nn_pad, "{padding}", "A module without weights.") \
    X(ConstantPad1d, "padding", LEAF, "padding, value", \
      "ConstantPad1d.__init__", ssi_nn_pad, \
      "padding={padding}, value={value}", "A module without weights.") \
    X(ConstantPad2d, "padding", LEAF, "padding, value", \
      "ConstantPad2d.__init__", ssi_nn_pad, \
      "padding={padding}, value={value}", "A module without weights.") \
    X(ConstantPad3d, "padding", LEAF, "padding, value", \
      "ConstantPad3d.__init__", ssi_nn_pad, \
      "padding={padding}, value={value}", "A module without weights.") \
    X(Flatten, "flatten", LEAF, "start_dim=1, end_dim=-1", \
      "Flatten.__init__", NULL, "start_dim={start_dim}, end_dim={end_dim}", \
      "A module without weights.") \
    X(Unflatten, "flatten", LEAF, "dim, unflattened_size", \
      "Unflatten.__init__", ssi_nn_flat, \
      "dim={dim}, unflattened_size={unflattened_size}", \
      "A module without weights.") \
    X(Upsample, "upsampling", LEAF, \
      "size=None, scale_factor=None, mode='nearest', " \
      "align_corners=None, recompute_scale_factor=None", \
      "Upsample.__init__", ssi_nn_upsample, \
      "[scale_factor!None|scale_factor={scale_factor!r}][no_scal" \
      "e|size={size!r}], mode={mode!r}", "A module without weights.") \
    X(UpsamplingNearest2d, "upsampling", LEAF, \
      "size=None, scale_factor=None", "UpsamplingNearest2d.__init__", \
      ssi_nn_upsample, \
      "[scale_factor!None|scale_factor={scale_factor!r}][no_scal" \
      "e|size={size!r}], mode={mode!r}", "A module without weights.") \
    X(UpsamplingBilinear2d, "upsampling", LEAF, \
      "size=None, scale_factor=None", "UpsamplingBilinear2d.__init__", \
      ssi_nn_upsample, \
      "[scale_factor!None|scale_factor={scale_factor!r}][no_scal" \
      "e|size={size!r}], mode={mode!r}", "A module without weights.") \
    X(PixelShuffle, "pixelshuffle", LEAF, "upscale_factor", \
      "PixelShuffle.__init__", NULL, "upscale_factor={upscale_factor}", \
      "A module without weights.") \
    X(PixelUnshuffle, "pixelshuffle", LEAF, "downscale_factor", \
      "PixelUnshuffle.__init__", NULL, \
      "downscale_factor={downscale_factor}", "A module without weights.") \
    X(ChannelShuffle, "channelshuffle", LEAF, "groups", \
      "ChannelShuffle.__init__", NULL, "groups={groups}", \
      "A module without weights.") \
    X(Fold, "fold", LEAF, \
      "output_size, kernel_size, dilation=1, padding=0, stride=1", \
      "Fold.__init__", NULL, \
      "output_size={output_size}, kernel_size={kernel_size}, " \
      "dilation={dilation}, padding={padding}, stride={stride}", \
      "A module without weights.") \
    X(Unfold, "fold", LEAF, "kernel_size, dilation=1, padding=0, stride=1", \
      "Unfold.__init__", NULL, \
      "kernel_size={kernel_size}, dilation={dilation}, " \
      "padding={padding}, stride={stride}", "A module without weights.") \
    X(PairwiseDistance, "distance", LEAF, \
      "p=2.0, eps=1e-06, keepdim=False", "PairwiseDistance.__init__", NULL, \
      "", "A module without weights.") \
    X(CosineSimilarity, "distance", LEAF, "dim=1, eps=1e-08", \
      "CosineSimilarity.__init__", NULL, "", "A module without weights.") \
    X(L1Loss, "loss", LEAF, REDUCTION, "L1Loss.__init__", ssi_nn_loss, "", \
      "A module without weights.") \
    X(MSELoss, "loss", LEAF, REDUCTION, "MSELoss.__init__", ssi_nn_loss, \
      "", "A module without weights.") \
    X(SoftMarginLoss, "loss", LEAF, REDUCTION, "SoftMarginLoss.__init__", \
      ssi_nn_loss, "", "A module without weights.") \
    X(MultiLabelMarginLoss, "loss", LEAF, REDUCTION, \
      "MultiLabelMarginLoss.__init__", ssi_nn_loss, "", \
      "A module without weights.") \
    X(BCELoss, "loss", LEAF, "weight=None, " REDUCTION, "BCELoss.__init__", \
      ssi_nn_loss, "", "A module without weights.") \
    X(MultiLabelSoftMarginLoss, "loss", LEAF, "weight=None, " REDUCTION, \
      "MultiLabelSoftMarginLoss.__init__", ssi_nn_loss, "", \
      "A module without weights.") \
    X(BCEWithLogitsLoss, "loss", LEAF, "weight=None, " REDUCTION \
      ", pos_weight=None", "BCEWithLogitsLoss.__init__", ssi_nn_loss, "", \
      "A module without weights.") \
    X(CrossEntropyLoss, "loss", LEAF, \
      "weight=None, size_average=None, ignore_index=-100, " \
      "reduce=None, reduction='mean', label_smoothing=0.0", \
      "CrossEntropyLoss.__init__", ssi_nn_loss, "", \
      "A module without weights.") \
    X(NLLLoss, "loss", LEAF, \
      "weight=None, size_average=None, ignore_index=-100, " \
      "reduce=None, reduction='mean'", "NLLLoss.__init__", ssi_nn_loss, "", \
      "A module without weights.") \
    X(PoissonNLLLoss, "loss", LEAF, \
      "log_input=True, full=False, size_average=None, eps=1e-08, " \
      "reduce=None, reduction='mean'", "PoissonNLLLoss.__init__", \
      ssi_nn_loss, "", "A module without weights.") \
    X(KLDivLoss, "loss", LEAF, REDUCTION ", log_target=False", \
      "KLDivLoss.__init__", ssi_nn_loss, "", "A module without weights.") \
    X(SmoothL1Loss, "loss", LEAF, REDUCTION ", beta=1.0", \
      "SmoothL1Loss.__init__", ssi_nn_loss, "", \
      "A module without weights.") \
    X(HuberLoss, "loss", LEAF, "reduction='mean', delta=1.0", \
      "HuberLoss.__init__", ssi_nn_loss, "", "A module without weights.") \
    X(CTCLoss, "loss", LEAF, \
      "blank=0, reduction='mean', zero_infinity=False", "CTCLoss.__init__", \
      ssi_nn_loss, "", "A module without weights.") \
    X(CosineEmbeddingLoss, "loss", LEAF, "margin=0.0, " REDUCTION, \
      "CosineEmbeddingLoss.__init__", ssi_nn_loss, "", \
      "A module without weights.") \
    X(MarginRankingLoss, "loss", LEAF, "margin=0.0, " REDUCTION, \
      "MarginRankingLoss.__init__", ssi_nn_loss, "", \
      "A module without weights.") \
    X(HingeEmbeddingLoss, "loss", LEAF, "margin=1.0, " REDUCTION, \
      "HingeEmbeddingLoss.__init__", ssi_nn_loss, "", \
      "A module without weights.") \
    X(MultiMarginLoss, "loss", LEAF, "p=1, margin=1.0, weight=None, " \
      REDUCTION, "MultiMarginLoss.__init__", ssi_nn_loss, "", \
      "A module without weights.") \
    X(TripletMarginLoss, "loss", LEAF, \
      "margin=1.0, p=2.0, eps=1e-06, swap=False, " REDUCTION, \
      "TripletMarginLoss.__init__", ssi_nn_loss, "", \
      "A module without weights.") \
    X(GaussianNLLLoss, "loss", LEAF, \
      "*, full=False, eps=1e-06, reduction='mean'", \
      "GaussianNLLLoss.__init__", ssi_nn_loss, "", \
      "A module without weights.")
/* clang-format on */

#endif
