#include "records_world.h"

test_records_echo_person_t exports_test_records_echo_mix(test_records_echo_person_t v) {
    return v;
}

test_records_echo_person_t exports_test_records_echo_grow(test_records_echo_person_t v, uint16_t by) {
    v.age += by;
    return v;
}

wit_list_echo_person_t exports_test_records_echo_all(wit_list_echo_person_t v) {
    return v;
}
