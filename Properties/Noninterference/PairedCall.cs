using Verify.Abi;

namespace Verify.Properties.Noninterference;

/// <summary>A call, and in which of two runs it is made.</summary>
/// <param name="Call">The call.</param>
/// <param name="IsPrisoners">True where it is one of those whose outcomes are compared; then both runs have it.</param>
/// <param name="First">True where the first run has it.</param>
/// <param name="Second">True where the second run has it.</param>
public readonly record struct PairedCall(Call Call, bool IsPrisoners, bool First, bool Second);
