/* SPDX-License-Identifier: MIT
 * Python's complex: + - * / and its text.
 *
 * Learned from: CPython 3.11, Objects/complexobject.c (division by Smith's
 * method).
 */
#include "script/session.h"

#include <math.h>
#include <string.h>

typedef struct complex_object {
    ssi_object head;
    double real, imag;
} complex_object;

bool ssi_new_complex(ss_session *s, double real, double imag, ssi_value *out)
{
    complex_object *object = ssi_new(s, &ssi_type_complex, sizeof *object, 0);

    if (!object)
        return false;
    object->real = real;
    object->imag = imag;
    *out = ssi_from_object(object);
    return true;
}

bool ssi_complex_parts(ssi_value v, double *real, double *imag)
{
    if (!ssi_is(v, &ssi_type_complex))
        return false;
    *real = ((complex_object *)v.u.o)->real;
    *imag = ((complex_object *)v.u.o)->imag;
    return true;
}

/* One part, as repr(float) but without ".0". */
static bool part_text(ss_session *s, double x, bool sign, ss_text *out)
{
    size_t n;

    if (sign && !signbit(x) && !ssi_append(s, out, "+"))
        return false;
    if (isnan(x) && sign && signbit(x) && !ssi_append(s, out, "+"))
        return false;
    if (!ssi_append_status(s, ss_python_float_text(x, out)))
        return false;
    n = out->size;
    if (n >= 2 && out->data[n - 1] == '0' && out->data[n - 2] == '.') {
        out->size -= 2;
        out->data[out->size] = '\0';
    }
    return true;
}

static bool complex_repr(ss_session *s, ssi_object *self, ss_text *out)
{
    const complex_object *c = (const complex_object *)self;

    if (c->real == 0.0 && !signbit(c->real))
        return part_text(s, c->imag, false, out) && ssi_append(s, out, "j");
    return ssi_append(s, out, "(") && part_text(s, c->real, false, out)
           && part_text(s, c->imag, true, out) && ssi_append(s, out, "j)");
}

static bool complex_truth(ss_session *s, ssi_object *self, bool *out)
{
    const complex_object *c = (const complex_object *)self;

    *out = c->real != 0.0 || c->imag != 0.0;
    return true;
}

/* a / b; b is not zero. */
static void quotient(const double a[2], const double b[2], double out[2])
{
    double ratio, denominator;

    if (fabs(b[0]) >= fabs(b[1])) {
        ratio = b[1] / b[0];
        denominator = b[0] + b[1] * ratio;
        out[0] = (a[0] + a[1] * ratio) / denominator;
        out[1] = (a[1] - a[0] * ratio) / denominator;
    } else if (fabs(b[1]) >= fabs(b[0])) {
        ratio = b[0] / b[1];
        denominator = b[0] * ratio + b[1];
        out[0] = (a[0] * ratio + a[1]) / denominator;
        out[1] = (a[1] * ratio - a[0]) / denominator;
    } else {
        out[0] = out[1] = NAN;
    }
}

/* A number as two parts; false: not one (no error) or out of range. */
static bool parts(ss_session *s, ssi_value v, double out[2])
{
    out[1] = 0.0;
    if (ssi_complex_parts(v, &out[0], &out[1]))
        return true;
    if (v.tag == SSI_FLOAT)
        out[0] = v.u.f;
    else if (ssi_is(v, &ssi_type_numpy_scalar)
             && ((ssi_scalar_object *)v.u.o)->dtype == SS_FLOAT64)
        memcpy(&out[0], ((ssi_scalar_object *)v.u.o)->item, sizeof out[0]);
    else
        return ssi_is_pyint(v) && ssi_int_double(s, v, &out[0]);
    return true;
}

static bool complex_binary(ss_session *s, ssi_operator op, ssi_value left,
                           ssi_value right, ssi_value *out, bool *handled)
{
    double a[2], b[2], c[2];

    *handled = false;
    if (!parts(s, left, a) || !parts(s, right, b))
        return s->error.status == SS_OK;
    *handled = true;
    switch (op) {
    case SSI_OP_ADD:
        return ssi_new_complex(s, a[0] + b[0], a[1] + b[1], out);
    case SSI_OP_SUB:
        return ssi_new_complex(s, a[0] - b[0], a[1] - b[1], out);
    case SSI_OP_MUL:
        return ssi_new_complex(s, a[0] * b[0] - a[1] * b[1],
                               a[0] * b[1] + a[1] * b[0], out);
    case SSI_OP_DIV:
        if (b[0] == 0.0 && b[1] == 0.0)
            return ssi_raise(s, "ZeroDivisionError",
                             "complex division by zero");
        quotient(a, b, c);
        return ssi_new_complex(s, c[0], c[1], out);
    case SSI_OP_POW:
        return ssi_unsupported(s, "** of complex numbers is not supported; "
                                  "+ - * / are");
    default:
        *handled = false;
        return true;
    }
}

static bool complex_unary(ss_session *s, ssi_operator op, ssi_object *self,
                          ssi_value *out)
{
    const complex_object *c = (const complex_object *)self;

    if (op == SSI_OP_INVERT)
        return ssi_raise(s, "TypeError",
                         "bad operand type for unary ~: 'complex'");
    if (op == SSI_OP_NEGATIVE)
        return ssi_new_complex(s, -c->real, -c->imag, out);
    return ssi_new_complex(s, c->real, c->imag, out);
}

static bool complex_attribute(ss_session *s, ssi_object *self, const char *name,
                              ssi_value *out)
{
    const complex_object *c = (const complex_object *)self;

    if (strcmp(name, "real") == 0)
        *out = ssi_float(c->real);
    else if (strcmp(name, "imag") == 0)
        *out = ssi_float(c->imag);
    else
        return false;
    return true;
}

const ssi_type ssi_type_complex = {
    .name = "complex",
    .qualified = "complex",
    .repr = complex_repr,
    .truth = complex_truth,
    .binary = complex_binary,
    .unary = complex_unary,
    .attribute = complex_attribute,
};
