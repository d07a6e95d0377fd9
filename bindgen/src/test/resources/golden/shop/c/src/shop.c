#include "shop.h"

wit_result_warehouse_stock_counter_trouble_t exports_acme_shop_counter_sell(
        acme_shop_warehouse_sku_t sku,
        uint16_t count) {
    (void)sku;
    (void)count;
    __builtin_trap(); // not written yet
}

wit_result_void_void_t exports_acme_shop_counter_close(void) {
    __builtin_trap(); // not written yet
}

wit_list_tuple2_warehouse_sku_u16_t exports_acme_shop_counter_sales(void) {
    __builtin_trap(); // not written yet
}

wit_result_void_string_t exports_acme_shop_counter_audit(
        wit_list_result_warehouse_stock_counter_trouble_t found,
        wit_option_tuple2_u8_s64_t at) {
    (void)found;
    (void)at;
    __builtin_trap(); // not written yet
}
