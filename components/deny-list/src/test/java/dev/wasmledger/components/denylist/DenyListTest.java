package dev.wasmledger.components.denylist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.components.denylist.bindings.wasmledger.ledger.policy.Objection;
import dev.wasmledger.components.denylist.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.components.denylist.bindings.wasmledger.types.types.TransferFlags;
import dev.wasmledger.components.denylist.bindings.wasmledger.types.types.TransferList;
import dev.wasmledger.components.denylist.bindings.wasmledger.types.types.U128;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DenyListTest {

    @ParameterizedTest
    @CsvSource({
        "'1, 7', '', the debit account is on the deny list",
        "'2', '', the credit account is on the deny list",
        "'', '40000', code 40000 is on the deny list",
        "'3 4\n5', '39999,40001', ",
        "'', '', ",
        "'18446744073709551617', '', ",
        "'one', '', config has a list that is not one of whole numbers",
        "'', '-1', config has a list that is not one of whole numbers",
    })
    void deniesWhatIsListed(String accounts, String codes, String reason) {
        assertThat(check(Map.of("accounts", accounts, "codes", codes))).isEqualTo(Optional.ofNullable(reason));
    }

    @Test
    void deniesNothingWhereNothingIsListed() {
        assertThat(check(Map.of())).isEmpty();
    }

    /** A transfer from account 1 to account 2 with the code 40000. */
    private static Optional<String> check(Map<String, String> config) {
        Transfer transfer = new Transfer(
                number(9),
                number(1),
                number(2),
                number(5),
                number(0),
                number(0),
                0,
                0,
                0,
                1,
                (short) 40_000,
                TransferFlags.NONE,
                0);
        List<Objection> objections =
                new DenyList(key -> Optional.ofNullable(config.get(key))).check(TransferList.of(transfer));
        return objections.stream().map(Objection::reason).findFirst();
    }

    private static U128 number(long low) {
        return new U128(low, 0);
    }
}
