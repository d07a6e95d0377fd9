#include "instance.h"
#include "text.h"

wit_string_t exports_test_hard_names_instance_log_close(uint32_t close) {
    wit_string_t told = text_format("host %d", (int64_t)close);
    wit_string_t text = text_format("closed %d", (int64_t)test_hard_names_instance_log_close(told));
    wit_string_free(&told);
    return text;
}

uint32_t exports_test_hard_names_instance_instantiate(uint32_t component) {
    return 2 * test_hard_names_instance_memory(component);
}

struct exports_test_hard_names_members_thing {
    uint32_t handle;
};

void exports_test_hard_names_members_thing_destroy(exports_test_hard_names_members_thing_t *rep) {
    wit_free(rep);
}

exports_test_hard_names_members_thing_own_t exports_test_hard_names_members_thing_new(uint32_t handle) {
    exports_test_hard_names_members_thing_t *thing = wit_alloc(sizeof *thing);
    thing->handle = handle;
    return exports_test_hard_names_members_thing_own_of(thing);
}

uint32_t exports_test_hard_names_members_thing_close(exports_test_hard_names_members_thing_t *self) {
    return self->handle;
}

wit_string_t exports_test_hard_names_members_thing_get_class(
        exports_test_hard_names_members_thing_t *self, wit_string_t exports) {
    wit_string_t text = text_format("%t%d", exports, (int64_t)self->handle);
    wit_string_free(&exports);
    return text;
}

wit_string_t exports_test_hard_names_members_thing_to_string(
        exports_test_hard_names_members_thing_t *rep, wit_list_members_numbers_t numbers) {
    wit_string_t text = text_format("thing %d of %d", (int64_t)rep->handle, (int64_t)numbers.ptr[0].result);
    wit_list_members_numbers_free(&numbers);
    return text;
}

wit_result_members_string_members_value_t exports_test_hard_names_members_wait(
        wit_string_t memory,
        test_hard_names_members_string_t result,
        wit_list_members_numbers_t instance,
        test_hard_names_members_value_t ret) {
    wit_result_members_string_members_value_t answer = { .is_err = true, .value.err = ret };
    if (ret.tag == TEST_HARD_NAMES_MEMBERS_VALUE_NONE) {
        answer.value.err.tag = TEST_HARD_NAMES_MEMBERS_VALUE_VALUE;
        answer.value.err.value.value = instance.len;
    }
    if (ret.tag == TEST_HARD_NAMES_MEMBERS_VALUE_VALUE) {
        wit_string_free(&result.string);
        result.string = text_format("%t%d", memory, (int64_t)ret.value.value);
        answer.is_err = false;
        answer.value.ok = result;
    } else {
        test_hard_names_members_string_free(&result);
    }
    wit_string_free(&memory);
    wit_list_members_numbers_free(&instance);
    return answer;
}

wit_tuple3_members_numbers_members_bits_members_list_t exports_test_hard_names_members_notify_all(
        test_hard_names_members_numbers_t implementation,
        test_hard_names_members_bits_t core,
        test_hard_names_members_list_t ptr) {
    return (wit_tuple3_members_numbers_members_bits_members_list_t){
        implementation, core | TEST_HARD_NAMES_MEMBERS_BITS_WITH, ptr
    };
}

wit_list_members_numbers_t exports_test_hard_names_members_hash_code(wit_list_members_numbers_t len) {
    for (size_t i = 0; i < len.len / 2; i++) {
        test_hard_names_members_numbers_t other = len.ptr[len.len - 1 - i];
        len.ptr[len.len - 1 - i] = len.ptr[i];
        len.ptr[i] = other;
    }
    return len;
}

wit_option_members_numbers_t exports_test_hard_names_members_members_abi(wit_option_members_numbers_t realloc) {
    realloc.value.memory++;
    realloc.value.to_string = !realloc.value.to_string;
    return realloc;
}
