#include "fees.h"

wit_result_u64_ledger_refusal_t exports_test_middleware_ledger_post(wit_list_ledger_entry_t entries) {
    wit_list_ledger_entry_t all = wit_list_ledger_entry_new(2 * entries.len);
    for (size_t i = 0; i < entries.len; i++) {
        if (entries.ptr[i].amount > 1000) {
            test_middleware_ledger_refusal_t refusal = {
                .tag = TEST_MIDDLEWARE_LEDGER_REFUSAL_TOO_MUCH,
                .value.too_much = entries.ptr[i].amount,
            };
            return (wit_result_u64_ledger_refusal_t){ .is_err = true, .value.err = refusal };
        }
        all.ptr[i] = entries.ptr[i];
        all.ptr[entries.len + i] = (test_middleware_ledger_entry_t){ entries.ptr[i].debit, 0, 1 };
    }
    wit_result_u64_ledger_refusal_t result = test_middleware_ledger_post(all);
    wit_list_ledger_entry_free(&all);
    wit_list_ledger_entry_free(&entries);
    return result;
}
