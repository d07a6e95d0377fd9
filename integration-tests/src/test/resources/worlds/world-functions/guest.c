#include "calling.h"
#include "text.h"

wit_result_list_calling_pair_string_t exports_test_world_functions_calling_run(
        test_world_functions_calling_pair_t value) {
    wit_string_t line = text_format("run %t", value.a);
    test_world_functions_calling_log(line);
    wit_string_free(&line);
    wit_result_list_calling_pair_string_t result = { .is_err = value.b == 0 };
    if (result.is_err) {
        result.value.err = wit_string_copy("nothing to do");
        test_world_functions_calling_pair_free(&value);
    } else {
        result.value.ok = wit_list_calling_pair_new(2);
        result.value.ok.ptr[0] = value;
        result.value.ok.ptr[1] = test_world_functions_calling_twice(value);
    }
    return result;
}

void exports_test_world_functions_calling_nothing(void) {
    test_world_functions_calling_log(wit_string("nothing"));
}
