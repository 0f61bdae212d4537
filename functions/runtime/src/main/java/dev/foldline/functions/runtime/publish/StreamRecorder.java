package dev.foldline.functions.runtime.publish;

import io.quarkus.runtime.RuntimeValue;
import io.quarkus.runtime.annotations.Recorder;
import java.util.List;

/** Hands the streams that the build found to the application. */
@Recorder
public class StreamRecorder {

    public RuntimeValue<StreamCatalog> catalog(List<StreamCatalog.Stream> streams) {
        return new RuntimeValue<>(new StreamCatalog(streams));
    }
}
