package dev.wasmledger.ledger.bindings.wasmledger.types.types;

public record AccountFlags(int bits) {
    public static final AccountFlags NONE = new AccountFlags(0);
    public static final AccountFlags DEBITS_MUST_NOT_EXCEED_CREDITS = new AccountFlags(1 << 0);
    public static final AccountFlags CREDITS_MUST_NOT_EXCEED_DEBITS = new AccountFlags(1 << 1);

    public boolean contains(AccountFlags other) {
        return (bits & other.bits) == other.bits;
    }

    public AccountFlags with(AccountFlags other) {
        return new AccountFlags(bits | other.bits);
    }
}
