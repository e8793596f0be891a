/* SPDX-License-Identifier: MIT
 * Signatures as text, read for each call, for the help and for the checks.
 */
#ifndef SSI_SCRIPT_FUNCTION_H
#define SSI_SCRIPT_FUNCTION_H

#include "script/session.h"

typedef enum ssi_parameter_kind {
    SSI_POSITIONAL_ONLY,
    SSI_NORMAL,
    SSI_KEYWORD_ONLY
} ssi_parameter_kind;

typedef struct ssi_parameter {
    const char *name; /* not zero-terminated */
    size_t size;
    ssi_parameter_kind kind;
    bool has_default;
} ssi_parameter;

typedef struct ssi_signature {
    ssi_parameter parameters[SSI_MAX_PARAMETERS];
    size_t count;
    size_t positional; /* those that are not keyword-only stand first */
    size_t required;   /* of the positional ones */
    bool rest;         /* *args */
    bool any_keyword;  /* **kwargs */
} ssi_signature;

void ssi_read_signature(const char *text, ssi_signature *out);

/* function_errors.c: the TypeErrors, each in the function's style. */
bool ssi_too_many(ss_session *s, const ssi_call *call,
                  const ssi_signature *signature);
bool ssi_missing(ss_session *s, const ssi_call *call,
                 const ssi_signature *signature);
bool ssi_unexpected(ss_session *s, const ssi_call *call,
                    const ssi_signature *signature, const char *keyword);
bool ssi_given_twice(ss_session *s, const ssi_call *call,
                     const ssi_signature *signature, size_t parameter);
bool ssi_no_keywords(ss_session *s, const ssi_call *call);

#endif
