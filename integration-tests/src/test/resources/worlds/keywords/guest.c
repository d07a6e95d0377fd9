#include "default.h"
#include "text.h"

wit_tuple2_interface_record_interface_enum_t exports_test_package_interface_both(
        test_package_interface_record_t of, test_package_interface_enum_t one) {
    of.static_ = !of.static_;
    return (wit_tuple2_interface_record_interface_enum_t){ of, one };
}

wit_string_t exports_test_package_interface_switch(uint8_t record, wit_string_t package, bool null) {
    wit_string_t text = text_format("%t%d%s", package, (int64_t)record, null ? "true" : "false");
    wit_string_free(&package);
    return text;
}

wit_string_t exports_test_package_interface_to_string(void) {
    return wit_string_copy("text");
}

int32_t exports_test_package_interface_hash_code(int32_t int_) {
    return -int_;
}
