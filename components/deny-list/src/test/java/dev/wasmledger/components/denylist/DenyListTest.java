package dev.wasmledger.components.denylist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.components.denylist.bindings.wasmledger.ledger.policy.Objection;
import dev.wasmledger.components.denylist.bindings.wasmledger.ledger.setup.Mistake;
import dev.wasmledger.components.denylist.bindings.wasmledger.ledger.setup.Problem;
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
    })
    void deniesWhatIsListed(String accounts, String codes, String reason) {
        assertThat(check(Map.of("accounts", accounts, "codes", codes))).isEqualTo(Optional.ofNullable(reason));
    }

    @Test
    void deniesNothingWhereNothingIsListed() {
        assertThat(check(Map.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "accounts, 'one', '340282366920938463463374607431768211455'",
        "codes, '-1', '65535'",
        "codes, '65536', '65535'",
    })
    void aListThatCannotBeReadIsAProblemAndDeniesEverything(String key, String list, String greatest) {
        String mustBe = "whole numbers from 0 to " + greatest + " with commas between them, has `" + list + "`";
        assertThat(policy(Map.of(key, list)).checkConfig())
                .containsExactly(new Problem(key, new Mistake.MustBe(mustBe)));
        assertThat(check(Map.of(key, list))).contains("config cannot be used: `" + key + "` must be " + mustBe);
    }

    @Test
    void listsThatCanBeReadAreNoProblem() {
        assertThat(policy(Map.of("accounts", "1, 2", "codes", "7")).checkConfig())
                .isEmpty();
    }

    private static DenyList policy(Map<String, String> config) {
        return new DenyList(key -> Optional.ofNullable(config.get(key)));
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
        List<Objection> objections = policy(config).check(TransferList.of(transfer));
        return objections.stream().map(Objection::reason).findFirst();
    }

    private static U128 number(long low) {
        return new U128(low, 0);
    }
}
