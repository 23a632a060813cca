using Shouldly;
using Verify.Abi;
using Verify.Implementation.Sockets;
using Xunit;

namespace Verify.Implementation.Tests.Sockets;

/// <summary>What a receive buffer has room for, and where the records of a stream end: uipc_socket2.c.</summary>
public sealed class ReceiveBufferTests
{
    private ReceiveBuffer _buffer;

    [Theory]
    [InlineData(27, true)]
    [InlineData(26, false)]
    public void A_datagram_fits_if_it_fills_the_last_byte(int space, bool fits)
    {
        _buffer.Append(Data.Of("bytes"));
        _buffer.Append(Message("abc"));

        _buffer.HasRoom(Data.Of("xyz"), control: default, senderLength: 16, space).ShouldBe(fits);
    }

    [Fact]
    public void Each_control_message_takes_room()
    {
        Few<Data> control = new Few<Data>(Data.Of("twelve bytes")).With(Data.Of("four"));

        Datagram.SpaceFor(Data.Of("abc"), control, senderLength: 16).ShouldBe(16 + 3 + 12 + 4);
    }

    [Fact]
    public void Bytes_behind_a_message_become_its_own()
    {
        _buffer.Append(Data.Of("ab"));
        Datagram first = Message("c");
        Datagram last = Message("d");
        _buffer.Append(first);
        _buffer.Append(last);
        _buffer.Append(Data.Of("ef"));

        (_buffer.Bytes, first.Data, last.Data).ShouldBe((Data.Of("ab"), Data.Of("c"), Data.Of("def")));
    }

    [Fact]
    public void A_message_is_the_next_record_only_behind_bytes_or_another_message()
    {
        _buffer.Append(Message(""));
        _buffer.HasNextRecord.ShouldBeFalse();
        _buffer.Append(Message(""));
        _buffer.HasNextRecord.ShouldBeTrue();

        ReceiveBuffer bytes = default;
        bytes.Append(Data.Of("a"));
        bytes.HasNextRecord.ShouldBeFalse();
        bytes.Append(Message(""));
        bytes.HasNextRecord.ShouldBeTrue();
    }

    [Fact]
    public void An_opened_message_leaves_its_bytes()
    {
        Datagram message = Message("abc");
        message.Control = new Few<Data>(Data.Of("control data"));
        _buffer.Append(message);
        _buffer.Open(message);

        (_buffer.First, _buffer.Used, _buffer.Bytes).ShouldBe((null, 0, Data.Of("abc")));
    }

    private static Datagram Message(string data) => new() { Data = Data.Of(data) };
}
