package dev.wasmledger.composer;

/** What a name at the root of a composed ledger stands for. */
public sealed interface RootName {

    /** The name of the import or export. */
    String name();

    /** The interface behind it. */
    String interfaceName();

    /**
     * An import that only one instance sees: {@code state-engine} is what {@code engine} imports as
     * {@code wasmledger:host/state@0.1.0}.
     */
    record OwnImport(String name, String interfaceName, String instance) implements RootName {}

    /** An import that all instances share. */
    record SharedImport(String name) implements RootName {
        @Override
        public String interfaceName() {
            return name;
        }
    }

    /** An export of one instance: {@code projection-classes} is what {@code classes} exports as that interface. */
    record Export(String name, String interfaceName, String instance) implements RootName {}
}
