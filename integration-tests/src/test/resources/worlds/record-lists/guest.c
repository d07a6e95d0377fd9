#include "row_world.h"

typedef test_record_lists_types_row_t row_t;
typedef test_record_lists_types_u128_t u128_t;

wit_list_types_row_t exports_test_record_lists_rows_same(wit_list_types_row_t rows) {
    return rows;
}

int64_t exports_test_record_lists_rows_total(wit_list_types_row_t rows) {
    int64_t total = 0;
    for (size_t i = 0; i < rows.len; i++) {
        const row_t *row = &rows.ptr[i];
        bool writable = (row->rights & TEST_RECORD_LISTS_TYPES_RIGHTS_WRITE) != 0;
        if (row->open && row->kind != TEST_RECORD_LISTS_TYPES_KIND_FEE && writable) {
            total += row->amount * row->small;
        }
    }
    wit_list_types_row_free(&rows);
    return total;
}

wit_list_types_row_t exports_test_record_lists_rows_count(uint32_t count) {
    wit_list_types_row_t rows = wit_list_types_row_new(count);
    for (uint32_t i = 0; i < count; i++) {
        rows.ptr[i] = (row_t){
            .id = { i, (uint64_t)-(int64_t)i },
            .kind = TEST_RECORD_LISTS_TYPES_KIND_CREDIT,
            .open = i % 2 == 0,
            .amount = -(int64_t)i,
            .letter = 0x10000 + i,
            .share = (float)i / 2,
            .small = (int8_t)i,
            .rate = i / 3.0,
            .code = (uint16_t)i,
            .rights = i & 7,
        };
    }
    return rows;
}

wit_list_types_u128_t exports_test_record_lists_rows_pass_on(wit_list_types_row_t rows) {
    wit_list_types_u128_t ids = test_record_lists_keeper_keep(rows);
    wit_list_types_row_free(&rows);
    return ids;
}

bool exports_test_record_lists_rows_double(u128_t id) {
    wit_option_types_row_t row = test_record_lists_keeper_find(id);
    if (!row.is_some) {
        return false;
    }
    test_record_lists_keeper_both(id, row.value, test_record_lists_keeper_first());
    row.value.amount *= 2;
    return test_record_lists_keeper_replace(id, row.value);
}

wit_tuple2_list_list_types_row_option_list_types_u128_t exports_test_record_lists_rows_nested(
        wit_list_list_types_row_t rows, wit_option_list_types_u128_t ids) {
    return (wit_tuple2_list_list_types_row_option_list_types_u128_t){ rows, ids };
}
