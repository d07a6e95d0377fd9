package dev.wasmledger.composer;

import java.util.List;

/**
 * How a composed ledger hangs together, from its exports to what they rest on.
 *
 * @param ledger the ledger's name
 * @param branches one for each root export, in order
 */
public record CompositionTree(String ledger, List<Branch> branches) {

    public CompositionTree {
        branches = List.copyOf(branches);
    }

    /**
     * An instance under what it is used as.
     *
     * @param label the root export's name, or the interface that the instance above imports
     * @param instance its name
     * @param component what the ledger's file names
     * @param digest of that component
     * @param host the root imports that it is given, in its order
     * @param repeated whether the instance stands elsewhere in the tree with its branches, which are left out here
     * @param branches one for each import that another instance satisfies
     */
    public record Branch(
            String label,
            String instance,
            ComponentReference component,
            Digest digest,
            List<String> host,
            boolean repeated,
            List<Branch> branches) {

        public Branch {
            host = List.copyOf(host);
            branches = List.copyOf(branches);
        }
    }
}
