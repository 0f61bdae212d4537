package dev.foldline.jackpot.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foldline.jackpot.Amount;
import dev.foldline.jackpot.BasisPoints;
import java.math.BigInteger;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ExactAmountTest {

    private static final BigInteger WHOLE = BigInteger.valueOf(BasisPoints.WHOLE);
    private static final ExactAmount ALMOST_ONE = new ExactAmount(0, 9_999);
    private static final ExactAmount LEAST = new ExactAmount(0, 1);

    @Test
    void a_share_is_the_product_to_the_last_ten_thousandth() {
        var random = new Random(1);
        LongStream.concat(
                        LongStream.of(1, 9_999, 10_000, 10_001, Long.MAX_VALUE), random.longs(1_000, 1, Long.MAX_VALUE))
                .forEach(stake -> {
                    int rate = random.nextInt(1, BasisPoints.WHOLE + 1);
                    assertThat(exact(ExactAmount.share(new Amount(stake), new BasisPoints(rate))))
                            .as("%d at %d", stake, rate)
                            .isEqualTo(BigInteger.valueOf(stake).multiply(BigInteger.valueOf(rate)));
                });
    }

    @Test
    void adds_with_a_carry() {
        assertThat(ALMOST_ONE.plus(LEAST)).isEqualTo(ExactAmount.of(1));
        assertThat(ALMOST_ONE.plus(ALMOST_ONE)).isEqualTo(new ExactAmount(1, 9_998));
    }

    @Test
    void has_room_for_what_can_be_added_and_for_no_more() {
        var most = new ExactAmount(Long.MAX_VALUE, 9_998);

        assertThat(most.hasRoomFor(LEAST)).isTrue();
        assertThat(most.plus(LEAST)).isEqualTo(new ExactAmount(Long.MAX_VALUE, 9_999));
        assertThat(most.hasRoomFor(new ExactAmount(0, 2))).isFalse();
        assertThat(LEAST.hasRoomFor(most)).isTrue();
        assertThat(ALMOST_ONE.hasRoomFor(most)).isFalse();
        assertThat(most.hasRoomFor(most)).isFalse();
        assertThatThrownBy(() -> most.plus(new ExactAmount(0, 2))).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void is_no_debt_and_leaves_less_than_a_minor_unit() {
        assertThatThrownBy(() -> new ExactAmount(-1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ExactAmount(0, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ExactAmount(0, 10_000)).isInstanceOf(IllegalArgumentException.class);
    }

    private static BigInteger exact(ExactAmount amount) {
        return BigInteger.valueOf(amount.minor()).multiply(WHOLE).add(BigInteger.valueOf(amount.tenThousandths()));
    }
}
