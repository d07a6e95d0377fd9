package dev.wasmledger.oracle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Carries a request out item by item. Linked items stand or fall together: the first of a chain that is not created says
 * why, all others of the chain say that their chain failed, and what the chain wrote is taken back.
 *
 * @param created what an item answers that succeeds
 * @param chainFailed what an item answers whose chain failed elsewhere
 * @param chainOpen what the last item of a request answers that says it is linked to a next one
 */
record Chains<S>(Books books, S created, S chainFailed, S chainOpen) {

    /** The ends of a chain, both included. */
    record Chain(int first, int last) {}

    /** What is asked for, item by item. */
    interface Request<S> {

        int size();

        boolean linked(int item);

        /** Writes an item, or says why not. */
        S decide(int item);

        /** Looks at a chain whose items have all been written; may still refuse it, in the name of its last item. */
        S conclude(Chain chain);

        /** Hears that an item was refused, after what its chain wrote was taken back. */
        void refused(int item, S answer);
    }

    /** Says what became of each item. */
    List<S> carryOut(Request<S> request) {
        List<S> answers = new ArrayList<>(Collections.nCopies(request.size(), created));
        for (Chain chain : chains(request)) {
            books.begin();
            for (int item = chain.first; item <= chain.last; item++) {
                S answer = answer(request, chain, item);
                if (!answer.equals(created)) {
                    books.takeBack();
                    Collections.fill(answers.subList(chain.first, chain.last + 1), chainFailed);
                    answers.set(item, answer);
                    request.refused(item, answer);
                    break;
                }
            }
            if (isOpen(request, chain.last)) {
                answers.set(chain.last, chainOpen);
            }
        }
        return answers;
    }

    private S answer(Request<S> request, Chain chain, int item) {
        if (isOpen(request, item)) {
            return chainOpen;
        }
        S answer = request.decide(item);
        return answer.equals(created) && item == chain.last ? request.conclude(chain) : answer;
    }

    /** Whether a request's last item says that there is a next one; it hears of that whatever became of its chain. */
    private static boolean isOpen(Request<?> request, int item) {
        return item == request.size() - 1 && request.linked(item);
    }

    private static List<Chain> chains(Request<?> request) {
        List<Chain> chains = new ArrayList<>();
        int first = 0;
        for (int item = 0; item < request.size(); item++) {
            if (!request.linked(item) || item == request.size() - 1) {
                chains.add(new Chain(first, item));
                first = item + 1;
            }
        }
        return chains;
    }
}
