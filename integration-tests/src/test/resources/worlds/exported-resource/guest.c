#include "counting.h"
#include "text.h"

struct exports_test_exported_resource_counters_counter {
    uint32_t value;
    wit_string_t name;
};

typedef exports_test_exported_resource_counters_counter_t counter_t;
typedef exports_test_exported_resource_counters_counter_own_t counter_own_t;

static uint32_t alive;

static counter_t *counter_of(counter_own_t own) {
    return exports_test_exported_resource_counters_counter_rep_of(own);
}

counter_own_t exports_test_exported_resource_counters_counter_new(uint32_t start) {
    counter_t *counter = wit_alloc(sizeof *counter);
    *counter = (counter_t){ start, wit_string_copy("unnamed") };
    alive++;
    return exports_test_exported_resource_counters_counter_own_of(counter);
}

void exports_test_exported_resource_counters_counter_destroy(counter_t *rep) {
    wit_string_free(&rep->name);
    wit_free(rep);
    alive--;
}

uint32_t exports_test_exported_resource_counters_counter_add(counter_t *self, uint32_t by) {
    self->value += by;
    return self->value;
}

wit_string_t exports_test_exported_resource_counters_counter_name(counter_t *self) {
    return wit_string_clone(self->name);
}

wit_result_void_string_t exports_test_exported_resource_counters_counter_rename(counter_t *self, wit_string_t to) {
    if (to.len == 0) {
        return (wit_result_void_string_t){ .is_err = true, .value.err = wit_string_copy("no name") };
    }
    wit_string_free(&self->name);
    self->name = to;
    return (wit_result_void_string_t){ .is_err = false };
}

uint32_t exports_test_exported_resource_counters_counter_larger(counter_t *a, counter_t *b) {
    return a->value > b->value ? a->value : b->value;
}

counter_own_t exports_test_exported_resource_counters_counter_join(counter_own_t a, counter_own_t b) {
    counter_own_t joined =
            exports_test_exported_resource_counters_counter_new(counter_of(a)->value + counter_of(b)->value);
    exports_test_exported_resource_counters_counter_own_free(&a);
    exports_test_exported_resource_counters_counter_own_free(&b);
    return joined;
}

uint32_t exports_test_exported_resource_counters_alive(void) {
    return alive;
}

test_exported_resource_counters_labelled_t exports_test_exported_resource_counters_wrap(counter_own_t counter) {
    wit_string_t label = text_format("label of %t", counter_of(counter)->name);
    return (test_exported_resource_counters_labelled_t){ label, counter };
}

wit_list_u32_t exports_test_exported_resource_counters_sums(wit_list_exports_counters_counter_borrow_t counters) {
    wit_list_u32_t sums = wit_list_u32_new(counters.len);
    for (size_t i = 0; i < counters.len; i++) {
        sums.ptr[i] = counters.ptr[i]->value;
    }
    wit_list_exports_counters_counter_borrow_free(&counters);
    return sums;
}

wit_option_exports_counters_counter_t exports_test_exported_resource_counters_maybe(
        wit_option_exports_counters_counter_t counter) {
    return counter;
}

wit_list_exports_counters_counter_t exports_test_exported_resource_counters_several(uint32_t count) {
    wit_list_exports_counters_counter_t several = wit_list_exports_counters_counter_new(count);
    for (uint32_t i = 0; i < count; i++) {
        several.ptr[i] = exports_test_exported_resource_counters_counter_new(i);
    }
    return several;
}
