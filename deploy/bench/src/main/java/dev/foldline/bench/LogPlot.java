package dev.foldline.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.style.Styler;

/** How much of its aim each measure reaches, as bars in SVG. */
final class LogPlot {

    private static final int WIDTH = 1_200;
    private static final int HEIGHT = 700;

    private LogPlot() {}

    static void write(LogReport report, Path file) throws IOException {
        List<LogReport.Row> bound =
                report.rows().stream().filter(row -> row.aim().isBound()).toList();
        CategoryChart chart = new CategoryChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title("The log, " + report.machine().log())
                .yAxisTitle("part of the aim that is reached")
                .build();
        chart.getStyler().setXAxisLabelRotation(45).setLegendPosition(Styler.LegendPosition.InsideNE);
        List<String> names = bound.stream().map(LogReport.Row::name).toList();
        chart.addSeries(
                "measured", names, bound.stream().map(LogPlot::reached).toList());
        chart.addSeries("aim", names, Collections.nCopies(bound.size(), 1.0));
        try (OutputStream out = Files.newOutputStream(file)) {
            VectorGraphicsEncoder.saveVectorGraphic(chart, out, VectorGraphicsFormat.SVG);
        }
    }

    private static double reached(LogReport.Row row) {
        double ratio = row.ratio().median();
        double aim = row.aim().value();
        return switch (row.aim().sense()) {
            case AT_LEAST -> ratio / aim;
            case AT_MOST -> aim / ratio;
        };
    }
}
