#include "bridging.h"

wit_option_v2_0_0_rates_rate_t exports_acme_rates_v2_0_0_rates_find(wit_string_t currency) {
    wit_option_v1_2_0_rates_rate_t found = acme_rates_v1_2_0_rates_find(currency);
    wit_string_free(&currency);
    wit_option_v2_0_0_rates_rate_t rate = { .is_some = found.is_some };
    if (found.is_some) {
        rate.value.currency = found.value.currency;
        rate.value.micros = found.value.cents * UINT64_C(10000);
    }
    return rate;
}
