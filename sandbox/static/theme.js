// Light, dark, or as the device has it.

import { recall, remember } from "./memory.js";
import { t } from "./words.js";

const THEMES = ["Auto", "Light", "Dark"];

export function applyTheme() {
  const theme = recall("theme", "Auto");
  if (theme === "Auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme.toLowerCase();
}

export function cycleTheme() {
  remember("theme", THEMES[(THEMES.indexOf(recall("theme", "Auto")) + 1) % THEMES.length]);
  applyTheme();
}

export const themeLabel = () => `${t("theme")}: ${t(`theme${recall("theme", "Auto")}`)}`;
