#include "middle.h"

/** One of ours has one of the host's in it. */
struct exports_test_both_things_thing {
    test_both_things_thing_own_t inner;
};

typedef exports_test_both_things_thing_t thing_t;
typedef exports_test_both_things_thing_own_t thing_own_t;

static thing_own_t wrapped(test_both_things_thing_own_t inner) {
    thing_t *thing = wit_alloc(sizeof *thing);
    thing->inner = inner;
    return exports_test_both_things_thing_own_of(thing);
}

thing_own_t exports_test_both_things_thing_new(wit_string_t name) {
    thing_own_t thing = wrapped(test_both_things_thing_new(name));
    wit_string_free(&name);
    return thing;
}

void exports_test_both_things_thing_destroy(thing_t *rep) {
    test_both_things_thing_own_free(&rep->inner);
    wit_free(rep);
}

wit_string_t exports_test_both_things_thing_name(thing_t *self) {
    wit_string_t inner = test_both_things_thing_name(test_both_things_thing_borrow_of(self->inner));
    wit_string_t name = { wit_alloc(inner.len + 2), inner.len + 2 };
    name.ptr[0] = '<';
    memcpy(name.ptr + 1, inner.ptr, inner.len);
    name.ptr[inner.len + 1] = '>';
    wit_string_free(&inner);
    return name;
}

exports_test_both_things_boxed_t exports_test_both_things_rename(thing_t *thing, wit_string_t suffix) {
    test_both_things_boxed_t renamed =
            test_both_things_rename(test_both_things_thing_borrow_of(thing->inner), suffix);
    wit_string_free(&suffix);
    return (exports_test_both_things_boxed_t){ wrapped(renamed.of) };
}

thing_own_t exports_test_both_things_open(exports_test_both_things_boxed_t boxed) {
    thing_t *thing = exports_test_both_things_thing_rep_of(boxed.of);
    test_both_things_boxed_t inner = { thing->inner };
    thing->inner.handle = 0;
    exports_test_both_things_boxed_free(&boxed);
    return wrapped(test_both_things_open(inner));
}
