/* SPDX-License-Identifier: MIT
 * Classes as values: called, they make an instance; printed, they say
 * "<class 'list'>".
 */
#include "script/session.h"

typedef struct class_object {
    ssi_object head;
    const ssi_class *cls;
} class_object;

static bool class_repr(ss_session *s, ssi_object *self, ss_text *out)
{
    return ssi_append(s, out, "<class '")
           && ssi_append(s, out, ((class_object *)self)->cls->qualified)
           && ssi_append(s, out, "'>");
}

static bool class_call(ss_session *s, ssi_object *self, ssi_call *call,
                       ssi_value *out)
{
    const ssi_function *make = &((class_object *)self)->cls->make;

    call->function = make;
    call->self = ssi_none();
    return ssi_bind(s, call) && make->native(s, call, out);
}

const ssi_type ssi_type_class = {
    .name = "type",
    .qualified = "type",
    .repr = class_repr,
    .call = class_call,
};

bool ssi_new_class(ss_session *s, const ssi_class *cls, ssi_value *out)
{
    class_object *object = ssi_new(s, &ssi_type_class, sizeof *object, 0);

    if (!object)
        return false;
    object->cls = cls;
    *out = ssi_from_object(object);
    return true;
}

const ssi_class *ssi_class_of(ssi_value v)
{
    return ssi_is(v, &ssi_type_class) ? ((class_object *)v.u.o)->cls : NULL;
}
