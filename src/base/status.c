/* SPDX-License-Identifier: MIT
 * The texts of SS_STATUS_TABLE.
 */
#include <sameseed/status.h>

const char *ss_status_message(ss_status status)
{
    switch (status) {
#define TEXT(code, value, exception, text)                                     \
    case code:                                                                 \
        return text;
        SS_STATUS_TABLE(TEXT)
#undef TEXT
    }
    return "unknown status";
}

const char *ss_status_exception(ss_status status)
{
    switch (status) {
#define EXCEPTION(code, value, exception, text)                                \
    case code:                                                                 \
        return exception;
        SS_STATUS_TABLE(EXCEPTION)
#undef EXCEPTION
    }
    return "";
}
