package dev.wasmledger.components.allowlist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.components.allowlist.bindings.wasmledger.ledger.policy.Objection;
import dev.wasmledger.components.allowlist.bindings.wasmledger.ledger.setup.Mistake;
import dev.wasmledger.components.allowlist.bindings.wasmledger.ledger.setup.Problem;
import dev.wasmledger.components.allowlist.bindings.wasmledger.types.types.Transfer;
import dev.wasmledger.components.allowlist.bindings.wasmledger.types.types.TransferFlags;
import dev.wasmledger.components.allowlist.bindings.wasmledger.types.types.TransferList;
import dev.wasmledger.components.allowlist.bindings.wasmledger.types.types.U128;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllowListTest {

    @ParameterizedTest
    @CsvSource({
        "'1, 2', , ",
        "'1 2\n3', 40000, ",
        ", '1,40000', ",
        "'2, 3', , the debit account is not on the allow list",
        "'1', , the credit account is not on the allow list",
        "'', , the debit account is not on the allow list",
        "'1 2', 39999, code 40000 is not on the allow list",
    })
    void letsInWhatIsListed(String accounts, String codes, String reason) {
        assertThat(check(config(accounts, codes), transfer(1, 2, 40_000, TransferFlags.NONE)))
                .isEqualTo(Optional.ofNullable(reason));
    }

    @Test
    void whatAPostOrAVoidLeavesOpenWasLetInWithThePendingTransfer() {
        Map<String, String> config = config("1 2", "7");
        assertThat(check(config, transfer(0, 0, 0, TransferFlags.POST_PENDING_TRANSFER)))
                .isEmpty();
        assertThat(check(config, transfer(0, 0, 0, TransferFlags.VOID_PENDING_TRANSFER)))
                .isEmpty();
        assertThat(check(config, transfer(3, 0, 0, TransferFlags.POST_PENDING_TRANSFER)))
                .contains("the debit account is not on the allow list");
        assertThat(check(config, transfer(0, 0, 7, TransferFlags.NONE)))
                .contains("the debit account is not on the allow list");
    }

    @ParameterizedTest
    @CsvSource({
        "accounts, 'one', 'whole numbers from 0 to 340282366920938463463374607431768211455 with commas between them, has `one`'",
        "codes, '65536', 'whole numbers from 0 to 65535 with commas between them, has `65536`'",
        "other, '1', 'a list of account ids, unless there is a list of `codes`'",
    })
    void aConfigThatCannotBeUsedIsAProblemAndLetsNothingIn(String key, String value, String mustBe) {
        Map<String, String> config = Map.of(key, value);
        String about = key.equals("other") ? "accounts" : key;
        assertThat(policy(config).checkConfig()).containsExactly(new Problem(about, new Mistake.MustBe(mustBe)));
        assertThat(check(config, transfer(1, 2, 1, TransferFlags.NONE)))
                .contains("config cannot be used: `" + about + "` must be " + mustBe);
    }

    @Test
    void aConfigThatCanBeUsedIsNoProblem() {
        assertThat(policy(config("1 2", null)).checkConfig()).isEmpty();
    }

    private static Map<String, String> config(@Nullable String accounts, @Nullable String codes) {
        Map<String, String> config = new HashMap<>();
        if (accounts != null) {
            config.put("accounts", accounts);
        }
        if (codes != null) {
            config.put("codes", codes);
        }
        return config;
    }

    private static AllowList policy(Map<String, String> config) {
        return new AllowList(key -> Optional.ofNullable(config.get(key)));
    }

    private static Optional<String> check(Map<String, String> config, Transfer transfer) {
        return policy(config).check(TransferList.of(transfer)).stream()
                .map(Objection::reason)
                .findFirst();
    }

    private static Transfer transfer(long debit, long credit, int code, TransferFlags flags) {
        return new Transfer(
                number(9),
                number(debit),
                number(credit),
                number(5),
                number(0),
                number(0),
                0,
                0,
                0,
                1,
                (short) code,
                flags,
                0);
    }

    private static U128 number(long low) {
        return new U128(low, 0);
    }
}
