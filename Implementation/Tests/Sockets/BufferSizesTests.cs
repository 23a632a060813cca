using Shouldly;
using Verify.Abi;
using Verify.Implementation.Sockets;
using Xunit;

namespace Verify.Implementation.Tests.Sockets;

/// <summary>Buffer sizes and low-water marks: soreserve, sbreserve and sosetopt.</summary>
public sealed class BufferSizesTests
{
    [Theory]
    [InlineData(2047, 2047)]
    [InlineData(2048, 2048)]
    [InlineData(2049, 2048)]
    public void The_first_mark_of_senders_is_a_cluster_or_a_smaller_buffer(int send, int mark) =>
        BufferSizes.Of(send, receive: 1).SendLow.ShouldBe(mark);

    [Fact]
    public void What_is_on_its_way_does_not_limit_the_mark_of_senders()
    {
        BufferSizes sizes = BufferSizes.Of(100, 100);
        sizes.TakeSendSpace(90);
        sizes.Set(SocketOption.SO_SNDLOWAT, 101);

        (sizes.Send, sizes.SendLow).ShouldBe((10, 100));
    }
}
