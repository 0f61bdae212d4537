package dev.foldline.functions.contracts;

import java.nio.file.Path;
import java.util.SortedMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The test of a contract's module: an empty subclass in it makes the build fail when the records no longer fit the documents
 * that are committed in {@code src/main/contract}. With the system property {@code foldline.contracts.write}, which is what
 * {@code ./foldline contracts} sets, it writes them instead, unless that breaks others.
 */
@Tag("committed")
public abstract class CommittedContract {

    /** Whether documents are written rather than compared. */
    static final String WRITE = "foldline.contracts.write";

    @Test
    void keeps_what_the_committed_documents_promise() {
        Path module = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
        SortedMap<String, Contract> contracts =
                IndexedContract.in(module.resolve("target/classes"), getClass().getClassLoader());
        if (contracts.size() != 1) {
            throw new ContractException(
                    module + " has messages of " + contracts.keySet() + "; a contract's module is of one context");
        }
        Contract contract = contracts.firstEntry().getValue();
        var gate = new ContractGate(module.resolve("src/main/contract"), contract);
        if (Boolean.getBoolean(WRITE)) {
            gate.write();
        } else {
            gate.check();
        }
    }
}
