package dev.wasmledger.cli.booking;

/**
 * What makes an account the one it is.
 *
 * @param name its full name
 * @param asset the code of the asset that it holds
 * @param lot the identity of the lot that it holds; empty where it holds all of the asset
 */
public record AccountKey(String name, String asset, String lot) {

    /** How the names of conversion accounts begin; no other name begins with a colon. */
    public static final String CONVERSION = ":conversion:";

    /** An account that tells no lots apart. */
    public static AccountKey of(String name, String asset) {
        return new AccountKey(name, asset, "");
    }

    /** The account over which transactions in several assets give and take this one. */
    public static AccountKey conversion(String asset) {
        return of(CONVERSION + asset, asset);
    }
}
