#include "world.h"

wit_option_string_t exports_acme_package_interface_wait(
        wit_string_t memory,
        uint32_t core,
        uint32_t wait_call,
        wit_list_string_t options,
        uint8_t mark) {
    (void)memory;
    (void)core;
    (void)wait_call;
    (void)options;
    (void)mark;
    __builtin_trap(); // not written yet
}

acme_package_interface_class_t exports_acme_package_interface_notify(
        acme_package_interface_class_t class,
        uint8_t return_area,
        wit_string_t slice) {
    (void)class;
    (void)return_area;
    (void)slice;
    __builtin_trap(); // not written yet
}

wit_result_interface_value_interface_optional_t exports_acme_package_interface_equals(
        wit_string_t implementation,
        acme_package_interface_string_t result) {
    (void)implementation;
    (void)result;
    __builtin_trap(); // not written yet
}

wit_result_u8_string_t exports_acme_package_interface_a1(
        acme_package_interface_enum_t error,
        acme_package_interface_flags_t failure) {
    (void)error;
    (void)failure;
    __builtin_trap(); // not written yet
}
