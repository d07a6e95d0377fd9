#include "banking.h"

uint64_t exports_test_shared_types_bank_total(wit_list_types_money_t wallet) {
    uint64_t total = 0;
    for (size_t i = 0; i < wallet.len; i++) {
        total += wallet.ptr[i].amount;
    }
    wit_list_types_money_free(&wallet);
    return total;
}

bool exports_test_shared_types_bank_may(test_shared_types_types_rights_t rights) {
    return (rights & TEST_SHARED_TYPES_TYPES_RIGHTS_WRITE) != 0;
}
