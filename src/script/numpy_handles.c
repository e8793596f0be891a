/* SPDX-License-Identifier: MIT
 * What hangs on a bit generator besides its stream: the lock, the capsule and
 * the C pointers of ctypes and cffi, of which a script can do little.
 * Learned from: NumPy 2.4.6 and CPython 3.11 (_thread.RLock) by experiment.
 */
#include <stdio.h>
#include <string.h>

#include "script/numpy_generator.h"

/* --- the lock: one thread runs, so that it can always be had --- */

typedef struct lock_object {
    ssi_object head;
    uint64_t number;
    uint64_t count;
} lock_object;

static bool lock_repr(ss_session *s, ssi_object *self, ss_text *out)
{
    const lock_object *lock = (const lock_object *)self;
    char text[96];
    if (lock->count)
        return ssi_unsupported(s, "the text of a locked lock, which contains "
                                  "the number of a thread");
    snprintf(
        text, sizeof text,
        "<unlocked _thread.RLock object owner=0 count=0 at 0x%llx>",
        (unsigned long long)(UINT64_C(0x7c0000000000) + 64 * lock->number));
    return ssi_text_add(s, out, text);
}

static bool lock_enter(ss_session *s, ssi_object *self, ssi_value *out)
{
    (void)s;
    ((lock_object *)self)->count++;
    *out = ssi_bool(true);
    return true;
}

static bool lock_leave(ss_session *s, ssi_object *self)
{
    lock_object *lock = (lock_object *)self;
    if (lock->count == 0)
        return ssi_raise(s, "RuntimeError", "cannot release un-acquired lock");
    lock->count--;
    return true;
}

static bool acquire(ss_session *s, ssi_call *call, ssi_value *out)
{
    if (call->given[0] || call->given[1])
        return ssi_unsupported(s, "acquire() of a lock with arguments");
    return lock_enter(s, call->self.u.o, out);
}

static bool release(ss_session *s, ssi_call *call, ssi_value *out)
{
    *out = ssi_none();
    return lock_leave(s, call->self.u.o);
}

static const ssi_function lock_methods[] = {
    {"acquire", "blocking=True, timeout=-1", acquire,
     "Take the lock, once more if it is taken: True.", 0, SSI_STYLE_KEYWORDS,
     NULL},
    {"release", "", release, "Give the lock back.", 0, SSI_STYLE_O, NULL},
    {0},
};

static const ssi_type lock_type = {
    .name = "_thread.RLock",
    .qualified = "_thread.RLock",
    .repr = lock_repr,
    .methods = lock_methods,
    .enter = lock_enter,
    .leave = lock_leave,
};

bool ssi_new_lock(ss_session *s, uint64_t number, ssi_value *out)
{
    lock_object *lock = ssi_new(s, &lock_type, sizeof *lock, 0);
    if (!lock)
        return false;
    lock->number = number;
    *out = ssi_from_object(lock);
    return true;
}

/* --- the capsule --- */

typedef struct handle_object {
    ssi_object head;
    uint64_t number;
    char name[48]; /* "numpy.random.PCG64.ctypes" */
} handle_object;

static bool capsule_repr(ss_session *s, ssi_object *self, ss_text *out)
{
    char text[80];
    uint64_t number = ((const handle_object *)self)->number;
    snprintf(text, sizeof text, "<capsule object \"BitGenerator\" at 0x%llx>",
             (unsigned long long)(UINT64_C(0x7b0000000000) + 64 * number));
    return ssi_text_add(s, out, text);
}

static const ssi_type capsule_type = {
    .name = "PyCapsule",
    .qualified = "PyCapsule",
    .repr = capsule_repr,
};

/* --- pointers: there, but of no use --- */

static bool refuse(ss_session *s, const ssi_object *self)
{
    return ssi_unsupported(s, "%s: C pointers of a process",
                           ((const handle_object *)self)->name);
}

static bool pointers_repr(ss_session *s, ssi_object *self, ss_text *out)
{
    (void)out;
    return refuse(s, self);
}

static bool pointers_attribute(ss_session *s, ssi_object *self,
                               const char *name, ssi_value *out)
{
    (void)name;
    (void)out;
    return refuse(s, self);
}

static bool pointers_length(ss_session *s, ssi_object *self, size_t *out)
{
    (void)out;
    return refuse(s, self);
}

static bool pointers_index(ss_session *s, ssi_object *self, ssi_value key,
                           ssi_value *out)
{
    (void)key;
    (void)out;
    return refuse(s, self);
}

static bool pointers_iterate(ss_session *s, ssi_object *self, size_t i,
                             ssi_value *out, bool *done)
{
    (void)i;
    (void)out;
    (void)done;
    return refuse(s, self);
}

static const ssi_type pointers_type = {
    .name = "interface",
    .qualified = "numpy.random._common.interface",
    .repr = pointers_repr,
    .attribute = pointers_attribute,
    .length = pointers_length,
    .index = pointers_index,
    .iterate = pointers_iterate,
};

bool ssi_new_handle(ss_session *s, const char *owner, const char *name,
                    uint64_t number, ssi_value *out)
{
    bool capsule = strcmp(name, "capsule") == 0;
    handle_object *handle =
        ssi_new(s, capsule ? &capsule_type : &pointers_type, sizeof *handle, 0);
    if (!handle)
        return false;
    handle->number = number;
    snprintf(handle->name, sizeof handle->name, "numpy.random.%s.%s", owner,
             name);
    *out = ssi_from_object(handle);
    return true;
}
